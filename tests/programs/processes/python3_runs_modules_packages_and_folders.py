# `python3 -m` imports the packages first and knows where the module belongs; a folder's __main__.py is a program.
import os
import subprocess
import sys
import tempfile

FILES = {
    'pkg/__init__.py': 'print("package", __name__, __package__)',
    'pkg/__main__.py': """
from . import tools
from .inner import answer
import sys
print('main', __name__, __package__, tools.double(answer), os.path.basename(sys.argv[0]), sys.argv[1:])
""".replace('from . import tools', 'import os\nfrom . import tools'),
    'pkg/tools.py': 'def double(number):\n    return 2 * number\n',
    'pkg/inner/__init__.py': 'answer = 21',
    'pkg/inner/module.py': 'from .. import tools\nprint(__name__, __package__, tools.double(4))',
    'pkg/broken.py': '1 / 0',
    'folder/__main__.py': 'import beside\nprint(__name__, repr(__package__), beside.word)',
    'folder/beside.py': 'word = "beside"',
    'single.py': 'print(__name__, repr(__package__))',
    'empty/nothing.txt': '',
}


def run(*arguments):
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True)
    errors = done.stderr.replace(os.getcwd(), 'HERE').replace(sys.executable, 'python3').replace('/usr/bin/python3', 'python3')
    print(arguments, done.returncode, done.stdout.split('\n'), errors.strip().split('\n')[-1])


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name, text in FILES.items():
        os.makedirs(os.path.dirname(name) or '.', exist_ok=True)
        with open(name, 'w') as file:
            file.write(text)
    run('-m', 'pkg', 'one', 'two')
    run('-m', 'pkg.inner.module')
    run('-m', 'pkg.inner')
    run('-m', 'pkg.missing')
    run('-m', 'missing')
    run('-m', 'missing.inner')
    run('-m', 'pkg.broken')
    run('-m', 'single')
    run('folder')
    run('empty')
    os.chdir('/')
