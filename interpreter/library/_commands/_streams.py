"""What the programs have in common: reading files, writing octets, complaints and options."""

import os

_PIECE = 65536


class Failure(Exception):
    """What a program has to say before it ends."""

    def __init__(self, message, status=1):
        super().__init__(message)
        self.status = status


def write(octets, fd=1):
    while octets:
        octets = octets[os.write(fd, octets):]


def write_text(text, fd=1):
    write(text.encode('utf-8', 'surrogateescape'), fd)


def complain(program, what):
    write_text(f'{program}: {what}\n', 2)


def options(words, flags='', valued='', joined=''):
    """The options by letter, and the other words, which may stand before them. Values of `joined` ones are lines."""
    found, others = {}, []
    rest = list(words[1:])
    while rest:
        word = rest.pop(0)
        if word == '--':
            return found, others + rest
        if word == '-' or not word.startswith('-'):
            others.append(word)
            continue
        letters = word[1:]
        while letters:
            letter, letters = letters[0], letters[1:]
            if letter in flags:
                found[letter] = True
            elif letter not in valued:
                raise Failure(f'there is no option -{letter if not word.startswith("--") else word[1:]} in gilsim', 2)
            elif letters or rest:
                value, letters = letters or rest.pop(0), ''
                found[letter] = found[letter] + '\n' + value if letter in joined and letter in found else value
            else:
                raise Failure(f"option requires an argument -- '{letter}'", 2)
    return found, others


def pieces(name):
    """What a file holds, or for `-` the standard input, piece by piece."""
    if name == '-':
        while piece := os.read(0, _PIECE):
            yield piece
        return
    fd = os.open(name, os.O_RDONLY)
    try:
        while piece := os.read(fd, _PIECE):
            yield piece
    finally:
        os.close(fd)


def lines(name):
    """The lines of a file, each with its end."""
    begun = b''
    for piece in pieces(name):
        *whole, begun = (begun + piece).split(b'\n')
        for line in whole:
            yield line + b'\n'
    if begun:
        yield begun


def each_file(program, names, read, message='{name}: {error}'):
    """Reads each file; gives the status: 1 after a complaint, as when one is missing."""
    status = 0
    for name in names or ['-']:
        try:
            read(name)
        except OSError as error:
            complain(program, message.format(name=name, error=error.strerror))
            status = 1
    return status


class Lines:
    """Output that is written in larger pieces, or line by line to a terminal."""

    def __init__(self):
        self._least = 1 if os.isatty(1) else 4096
        self._kept = []
        self._size = 0

    def write(self, line):
        self._kept.append(line)
        self._size += len(line)
        if self._size >= self._least:
            self.flush()

    def flush(self):
        write(b''.join(self._kept))
        self._kept.clear()
        self._size = 0
