import os

try:
    os.wait()
except ChildProcessError as error:
    print(error, flush=True)
child = os.fork()
if child == 0:
    grandchild = os.fork()
    if grandchild == 0:
        os._exit(5)
    print("grandchild", os.waitstatus_to_exitcode(os.waitpid(grandchild, 0)[1]), flush=True)
    os._exit(6)
print("child", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
try:
    os.waitpid(child, 0)
except ChildProcessError as error:
    print(error)
try:
    os.waitpid(1, 0)
except ChildProcessError as error:
    print(error)
