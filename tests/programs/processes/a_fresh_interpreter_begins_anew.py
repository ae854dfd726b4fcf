# not-python
# stderr: ignore
import os, sys
import _processes

def run(arguments, descriptors=(), *rest):
    pid = _processes.start(arguments, list(descriptors), *rest)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

readable, writable = os.pipe()
print(run(["-c", "import sys; print('hello', sys.argv, __name__); sys.exit(5)", "x", "y"]))
print(run(["-c", "import os; os.write(7, b'over the pipe')"], [(7, writable)]), os.read(readable, 100))
print(run(["-c", "print(1 / 0)"]))
with open("/tmp/written.py", "w") as file:
    file.write("import os\nprint(__file__, os.getcwd(), dict(os.environ), 'threading' in __import__('sys').modules)\n")
print(run(["-u", "/tmp/written.py"], [], {"A": "b"}, "/tmp"))
print(run(["/tmp/missing.py"]))
print(run(["-c", "print('to the pipe')"], [(1, writable)]), os.read(readable, 100))
# output:
# hello ['-c', 'x', 'y'] __main__
# 5
# 0 b'over the pipe'
# 1
# /tmp/written.py /tmp {'A': 'b'} False
# 0
# 2
# 0 b'to the pipe\n'
