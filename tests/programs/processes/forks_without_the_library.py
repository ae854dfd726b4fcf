import os
import sys

reader, writer = os.pipe()
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    os.close(reader)
    os.write(writer, b'from the child')
    os._exit(7)
os.close(writer)
print(os.read(reader, 100), os.read(reader, 100))
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
try:
    os.waitpid(pid, 0)
except ChildProcessError as error:
    print(error)
