import subprocess
import sys

PYTHON = sys.executable


def shown(text):
    return str(text).replace(PYTHON, 'PYTHON')


def python(code, *args, **kwargs):
    try:
        done = subprocess.run([PYTHON, '-c', code, *args], **kwargs)
        print(done.returncode, repr(done.stdout), repr(done.stderr))
    except Exception as error:
        print(type(error).__name__, shown(error), getattr(error, 'stdout', None))


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, shown(error))


python('print(1)', capture_output=True)
python('print(1)', capture_output=True, text=True)
python('import sys; print(sys.stdin.read().upper()); sys.exit(3)', input='abc\ndef', text=True, stdout=subprocess.PIPE)
python('import sys; sys.exit(3)', check=True)
python('import sys; print("o", flush=True); print("e", file=sys.stderr)', stdout=subprocess.PIPE,
       stderr=subprocess.STDOUT, encoding='utf-8')
python('print("gone")', stdout=subprocess.DEVNULL)
python('import time; print("early", flush=True); time.sleep(50)', timeout=0.5, capture_output=True)
python('import os, signal; os.kill(os.getpid(), signal.SIGTERM)', check=True)
python('import sys; print(sys.argv)', 'a', 'b c', capture_output=True, text=True)
python('import os; print(os.environ["WORD"], os.getcwd())', env={'WORD': 'bar'}, cwd='/tmp', capture_output=True, text=True)
attempt(subprocess.run, ['no_such_program', 'x'])
attempt(subprocess.run, 'no_such_program')
attempt(subprocess.run, [PYTHON], cwd='/no_such_folder')
attempt(subprocess.check_output, [PYTHON], stdout=3)
attempt(subprocess.run, [PYTHON], input='', stdin=3)
attempt(subprocess.run, [PYTHON], capture_output=True, stdout=subprocess.PIPE)
attempt(subprocess.check_output, [PYTHON, '-c', 'print(3)'])
attempt(subprocess.check_output, [PYTHON, '-c', 'print(3)'], text=True)
attempt(subprocess.call, [PYTHON, '-c', 'import sys; sys.exit(4)'])
attempt(subprocess.check_call, [PYTHON, '-c', 'import sys; sys.exit(4)'])
attempt(subprocess.check_call, [PYTHON, '-c', 'pass'])
process = subprocess.Popen([PYTHON, '-c', 'import sys\nfor line in sys.stdin: print(line.strip()[::-1], flush=True)'],
                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
process.stdin.write('abc\n')
process.stdin.flush()
print(process.stdout.readline(), process.poll(), shown(process)[:30])
process.stdin.close()
print(process.wait(), process.returncode, process.stdout.read())
process.stdout.close()
process = subprocess.Popen([PYTHON, '-c', 'import time; time.sleep(90)'])
attempt(process.wait, 0.1)
print(process.poll())
process.terminate()
print(process.wait(), shown(process)[:30])
with subprocess.Popen([PYTHON, '-c', 'print("y" * 200000)'], stdout=subprocess.PIPE) as process:
    print(len(process.communicate()[0]))
with subprocess.Popen([PYTHON, '-c', 'import sys; sys.stdout.write(sys.stdin.read())'], stdin=subprocess.PIPE,
                      stdout=subprocess.PIPE) as process:
    print(len(process.communicate(b'z' * 200000)[0]))
print(subprocess.run([PYTHON, '-c', '1/0'], stderr=subprocess.PIPE, text=True).stderr)
print(subprocess.CompletedProcess(['a'], 0), subprocess.list2cmdline(['a b', 'c"d', 'e\\']))
print(subprocess.CalledProcessError(-9, 'x'), subprocess.TimeoutExpired('x', 3))
