# gilsim: beside Python there are a shell (without functions, `case`, here-documents, `${x…}`, `read`, `set`, `trap`, `exec` and `eval`: there it ends), `[`, `cat`, `date`, `echo`, `env`, `false`, `grep`, `head`, `kill`, `ls`, `mkdir`, `printf`, `pwd`, `rm`, `seq`, `sleep`, `sort`, `tail`, `tee`, `test`, `touch`, `tr`, `true`, `uname`, `uniq` and `wc`, each with the options used most (others are refused by name); `ls` writes a name a line
# cpython: all that is installed
# why: nothing that a lesson does reaches the host
import subprocess
print(subprocess.run(["ls", "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode)
try:
    print(subprocess.run(["gzip", "--version"], stdout=subprocess.DEVNULL).returncode)
except FileNotFoundError as error:
    print(error)
print(subprocess.getstatusoutput("case a in a) echo 3;; esac"))
# gilsim prints:
# 2
# [Errno 2] No such file or directory: 'gzip'
# (2, "/bin/sh: 1: gilsim's shell has no case")
# cpython prints:
# 0
# 0
# (0, '3')
