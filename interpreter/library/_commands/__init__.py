"""The programs beside Python that there are: a shell and small tools. Each is a process of its own that takes the time of a
small C program to start; what it does there is done by a module of this package."""

import os
import sys

import _processes

NAMES = frozenset('''[ cat date echo env false grep head kill ls mkdir printf pwd rm seq sh sleep sort tail tee test touch tr
true uname uniq wc'''.split())
_PYTHON_NAMES = frozenset(('python', 'python3', 'python3.11'))
_FOLDERS = frozenset(('/bin', '/usr/bin', '/usr/local/bin'))


def start(words, descriptors, environment=None, folder=None, search_path=None):
    """Starts the program that the first word names, with the others as its arguments; gives its pid."""
    script = _script_of(words[0], folder)
    if script is not None:
        words = [*script, *words]
    program = _program_of(words[0], search_path)
    if environment is None:
        environment = dict(os.environ)
    if program == 'python3':
        return _processes.start(words[1:], descriptors, environment, folder)
    return _processes.start(['-m', '_commands', program, *words], descriptors, environment, folder, program)


def failure(number, name):
    return OSError(number, os.strerror(number), name)


def _program_of(word, search_path):
    """What there is of that name; OSError: nothing."""
    folder, slash, name = word.rpartition('/')
    folders = [folder] if slash else (os.defpath if search_path is None else search_path).split(':')
    if word == sys.executable or (name in _PYTHON_NAMES and not _FOLDERS.isdisjoint(folders)):
        return 'python3'
    if name in NAMES and not _FOLDERS.isdisjoint(folders):
        return name
    raise failure(2, word)


def is_program(path):
    """Whether one is found by that path."""
    return os.path.dirname(path) == '/usr/bin' and os.path.basename(path) in NAMES | {'python3', 'python3.11'}


def _script_of(name, folder):
    """For a file of the run: the words that its first line asks to be put before its name; None: there is no such file."""
    path = os.path.join(folder or '', name)
    if '/' not in name or not os.path.exists(path):
        return None
    if not os.path.isfile(path) or not os.access(path, os.X_OK):
        raise failure(13, name)
    with open(path, 'rb') as file:
        first = file.readline()
    if not first.startswith(b'#!'):
        raise failure(8, name)
    words = os.fsdecode(first[2:]).split()
    return words[1:] if words[0].endswith('/env') else words
