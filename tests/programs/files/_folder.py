# A new folder to work in, which goes at the end; the current one while the program runs.
import atexit
import os
import shutil
import tempfile

path = tempfile.mkdtemp()
os.chdir(path)


def _leave():
    os.chdir('/')
    shutil.rmtree(path)


atexit.register(_leave)


def attempt(function, *arguments, **keywords):
    """Prints what a call gives or raises, with the folder's name left out."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = '%s: %s' % (type(error).__name__, error)
    print(result.replace(path, 'FOLDER'))
