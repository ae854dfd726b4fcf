"""The lines of several files in a row, those named on the command line or standard input."""

import os
import sys

__all__ = ["input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin",
           "FileInput", "hook_encoded"]

_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def _active():
    if not _state:
        raise RuntimeError("no active input()")
    return _state


def close():
    global _state
    state, _state = _state, None
    if state:
        state.close()


def nextfile():
    return _active().nextfile()


def filename():
    return _active().filename()


def lineno():
    return _active().lineno()


def filelineno():
    return _active().filelineno()


def fileno():
    return _active().fileno()


def isfirstline():
    return _active().isfirstline()


def isstdin():
    return _active().isstdin()


def hook_encoded(encoding, errors=None):
    return lambda filename, mode: open(filename, mode, encoding=encoding, errors=errors)


class FileInput:
    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if isinstance(files, (str, os.PathLike)):
            files = (os.fspath(files),)
        elif files is None:
            files = sys.argv[1:]
        if mode not in ('r', 'rb'):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if openhook is not None:
            if inplace:
                raise ValueError("FileInput cannot use an opening hook in inplace mode")
            if not callable(openhook):
                raise ValueError("FileInput openhook must be callable")
        self._files = list(files) or ['-']
        self._inplace, self._backup, self._mode, self._openhook = inplace, backup, mode, openhook
        self._encoding, self._errors = encoding, errors
        self._file = self._output = self._stdout = self._kept = None
        self._filename, self._is_stdin = None, False
        self._line, self._file_line = 0, 0

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        try:
            self.nextfile()
        finally:
            self._files = []

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self):
        while True:
            if self._file is None:
                if not self._files:
                    return b'' if 'b' in self._mode else ''
                self._open(self._files.pop(0))
            line = self._file.readline()
            if line:
                self._line += 1
                self._file_line += 1
                return line
            self.nextfile()

    def _open(self, name):
        self._filename, self._file_line, self._is_stdin = name, 0, False
        binary = 'b' in self._mode
        encoding = None if binary else self._encoding
        if name == '-':
            self._filename, self._is_stdin = '<stdin>', True
            self._file = sys.stdin.buffer if binary else sys.stdin
        elif self._inplace:
            self._kept = os.fspath(name) + (self._backup or '.bak')
            try:
                os.unlink(self._kept)
            except OSError:
                pass
            os.rename(name, self._kept)
            self._file = open(self._kept, self._mode, encoding=encoding, errors=self._errors)
            self._output = open(name, self._mode.replace('r', 'w'), encoding=encoding, errors=self._errors)
            self._stdout, sys.stdout = sys.stdout, self._output
        elif self._openhook:
            self._file = self._openhook(name, self._mode)
        else:
            self._file = open(name, self._mode, encoding=encoding, errors=self._errors)

    def nextfile(self):
        if self._stdout is not None:
            sys.stdout, self._stdout = self._stdout, None
        for file in (self._output, None if self._is_stdin else self._file):
            if file is not None:
                file.close()
        self._file = self._output = None
        kept, self._kept = self._kept, None
        if kept and not self._backup:
            os.unlink(kept)
        self._is_stdin = False

    def filename(self):
        return self._filename

    def lineno(self):
        return self._line

    def filelineno(self):
        return self._file_line

    def fileno(self):
        try:
            return self._file.fileno() if self._file else -1
        except ValueError:
            return -1

    def isfirstline(self):
        return self._file_line == 1

    def isstdin(self):
        return self._is_stdin

    def __class_getitem__(cls, item):
        return cls
