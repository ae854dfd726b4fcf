# gilsim: beside Python there are a shell (without functions, arithmetic and `case`), `[`, `cat`, `date`, `echo`, `env`, `false`, `grep`, `head`, `ls`, `mkdir`, `printf`, `pwd`, `rm`, `seq`, `sleep`, `sort`, `tail`, `test`, `touch`, `true`, `uname`, `uniq` and `wc`, each with its usual options
# cpython: all that is installed
# why: nothing that a lesson does reaches the host
import subprocess
print(subprocess.run(["ls", "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode)
try:
    print(subprocess.run(["gzip", "--version"], stdout=subprocess.DEVNULL).returncode)
except FileNotFoundError as error:
    print(error)
print(subprocess.getstatusoutput("echo $((1 + 2))"))
# gilsim prints:
# 2
# [Errno 2] No such file or directory: 'gzip'
# (2, "/bin/sh: 1: gilsim's shell has no $((")
# cpython prints:
# 0
# 0
# (0, '3')
