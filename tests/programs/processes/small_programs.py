import os
import subprocess

os.makedirs('/tmp/small_programs', exist_ok=True)
os.chdir('/tmp/small_programs')
with open('b.txt', 'w') as file:
    file.write('one\ntwo\nthree\n')
with open('n.txt', 'w') as file:
    file.write('10 c\n9 b\n9 b\n-1 a')

for command in r'''
echo a  b
echo -n a
echo -e a\tb
echo a\tb
printf %s-%d\n a 3 b 4
printf %5.2f|%x|%c|%%|%s 3.14159 255 word
sleep 0.01
sleep
sleep x
true
false
uname
uname -s
date +word
date x
cat b.txt n.txt
cat -n b.txt
cat nofile b.txt
ls
ls -r
ls -d .
ls nofile b.txt
pwd
seq 3
seq 2 2 10
seq 1 0.5 3
seq 3 -1 1
seq -s , 3
seq
seq a
seq 1 2 3 4
head -n 2 b.txt
head -2 b.txt
head -c 5 b.txt
head -n 1 b.txt n.txt
head nofile
tail -n 1 b.txt
tail -n +2 b.txt
wc b.txt
wc -l b.txt
wc -w b.txt n.txt
wc nofile
sort b.txt
sort -r b.txt
sort -n n.txt
sort -u n.txt
sort -k 2 n.txt
sort -n -k 1 n.txt
sort -r -u b.txt b.txt
sort nofile
uniq n.txt
uniq -c n.txt
grep o b.txt
grep -v o b.txt
grep -n t b.txt
grep -c e b.txt n.txt
grep -i ONE b.txt
grep ^t.*e$ b.txt
grep -E one|two b.txt
grep nothing b.txt
grep x nofile
env -i A=1 B=2 env
env A=1 nofile
mkdir d
mkdir d
touch d/file
ls d
rm d
rm -r d
rm d
rm -f d
rm
grep -e one -e three b.txt
grep -F -e . -e o b.txt
test 1 -lt 2
test -d /tmp
test a = b
'''.strip().splitlines():
    done = subprocess.run(command.split(), capture_output=True, text=True, env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    print(command, '->', done.returncode)
    print(done.stdout, done.stderr, sep='', end='\n' if done.stdout[-1:] not in ('', '\n') else '')

# Whoever writes what nobody reads is ended by a signal.
process = subprocess.Popen(['seq', '1000000'], stdout=subprocess.PIPE)
print(process.stdout.readline())
process.stdout.close()
print(process.wait())
first = subprocess.Popen(['echo', 'a\nb\nc'], stdout=subprocess.PIPE)
second = subprocess.Popen(['grep', 'b'], stdin=first.stdout, stdout=subprocess.PIPE)
first.stdout.close()
print(second.communicate(), first.wait())
print(subprocess.run(['tr', 'a-z', 'A-Z'], input=b'letters and 1\n', stdout=subprocess.PIPE).stdout)
print(subprocess.run(['tr', '-d', ' \\n'], input=b'a b\nc\n', stdout=subprocess.PIPE).stdout)
print(subprocess.run(['tee', 'copy'], input=b'twice\n', stdout=subprocess.PIPE).stdout, open('copy').read())
os.unlink('copy')
print(subprocess.run(['tee', 'nowhere/copy'], input=b'once\n', stdout=subprocess.PIPE, stderr=subprocess.DEVNULL))
print(subprocess.run(['printf', r'\377\303\251'], stdout=subprocess.PIPE).stdout)
print(subprocess.run(['sh', '-c', 'echo $((1/0)); echo on'], capture_output=True).stdout)
listing = subprocess.run(['ls', '-l', 'b.txt'], stdout=subprocess.PIPE, text=True).stdout.split()
print(listing[1], listing[4], listing[-1])
print(subprocess.run(['cat'], input=b'through a pipe', stdout=subprocess.PIPE).stdout)
process = subprocess.Popen(['sleep', '60'])
subprocess.run(['kill', str(process.pid)])
print(process.wait())
try:
    subprocess.run(['sleep', '60'], timeout=0.2)
except subprocess.TimeoutExpired as error:
    print(error.cmd)
for arguments in (['ls', 'a\0b'], {}), (['ls'], {'env': {'a=b': 'c'}}):
    try:
        subprocess.run(arguments[0], **arguments[1])
    except ValueError as error:
        print(error)
