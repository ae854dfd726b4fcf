import subprocess
import sys


def show(*words, given=b''):
    done = subprocess.run([sys.executable, *words], input=given, capture_output=True)
    print(done.returncode, done.stdout, done.stderr.replace(sys.executable.encode(), b'python3'))


show('-', given=b'print(6 * 7)')
show(given=b'import sys; print(sys.argv, __file__, __name__, repr(sys.path[0]))')
show('-', 'a', '-b', given=b'import sys\nprint(sys.argv)\n1 / 0\n')
show('-u', '-', given=b'if True print()')
show('/nowhere/at/all.py')
print(subprocess.run([sys.executable, '-V'], capture_output=True, text=True).stdout.startswith('Python 3.11'))
show('-uc', 'print(__name__)')
show('-cprint(8)')
show('-Z')
show('-c')
show('-W', 'error', '-Bc', 'import sys; print(sys.argv)', '-x')
show('-c', 'import sys; sys.exit("farewell")')
show('-c', 'import io, sys; sys.stderr = io.StringIO(); sys.exit((1, 2))')
