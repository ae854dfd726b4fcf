import os
import subprocess

os.makedirs('/tmp/shells_run_programs/folder', exist_ok=True)
os.chdir('/tmp/shells_run_programs')
with open('b.txt', 'w') as file:
    file.write('one\ntwo\nthree\n')
with open('a.txt', 'w') as file:
    file.write('x y z\n')
os.environ['WORDS'] = 'foo bar'

for script in r'''
echo hello
echo a; echo b
true && echo yes || echo no
false && echo yes || echo no
echo hello | cat
cat b.txt | sort | head -n 2
ls
ls -a folder
ls -1 *.txt
ls nofile
cat nofile; echo $?
nofile
/bin/nofile
echo $WORDS "$WORDS" '$WORDS' ${WORDS}x
X=3; echo $X $? $NOTHING end
exit 3
false
echo out; echo err >&2
echo both 2>&1 >&2
echo file > c.txt; echo more >> c.txt; cat < c.txt; rm c.txt; wc c.txt b.txt
echo only once > d.txt 2>&1; cat d.txt; rm d.txt
cd /tmp && pwd
cd /nowhere; echo $?
for i in 1 2 3; do echo $i; done
for i in b a c; do echo $i; done | sort
if [ -f b.txt ]; then echo is; else echo is not; fi
if test 3 -gt 4; then echo a; elif true; then echo b; fi
i=; while [ "$i" != xxx ]; do i=x$i; echo $i; done
i=0; while [ $i -lt 3 ]; do echo $i; i=$((i + 1)); done
echo $((2 * (3 + 4) - 5 / 2)) "$((1+1))" $(( 3 > 2 ))
sleep 9 & kill $!; wait $!; echo $?
kill -9 $$
sh -c 'kill -9 $$'; echo $?
until true; do echo; done; echo x
echo $(echo inner; echo two) "$(pwd)" `echo back`
(cd /tmp; pwd); pwd
{ echo a; echo b; } | cat
sleep 0.1 & wait; echo waited
FOO=2 env | grep ^FOO
export Y=5; env | grep ^Y=; unset Y; env | grep ^Y=
! true; echo $?
false || exit 4
echo a && exit 2; echo c
echo 'a b'  c\ d # comment
sh -c "exit 7"; echo $?
sh -c 'echo $0 $1 $#' a b
echo 'it'\''s' "quote: \" \$FOO \`"
echo *.txt "*.txt" *.none
$NOTHING
"" ; echo end
exit x
exit 300
echo a |
&& x
echo "x
for i in 1 2; do echo $i
ls)
echo a;;
cat < /nofile; echo $?
echo x > /no/file
/tmp
[ a
[ 1 -eq 1 ] && [ x = x ] && [ ! -d b.txt ] && [ -z "" ] && echo all
'''.strip().splitlines():
    done = subprocess.run(script, shell=True, capture_output=True, text=True)
    print(repr(script), '->', done.returncode)
    print(done.stdout + done.stderr, end='')
print(subprocess.run('echo one\necho two\nnofile', shell=True, capture_output=True, text=True))
print(subprocess.run(['echo $0 $1', 'a', 'b'], shell=True, capture_output=True, text=True))
print(subprocess.run(['sh'], input='echo from input\nexit 5', capture_output=True, text=True))
print(subprocess.run(['sh', 'no_such_script'], capture_output=True, text=True))
