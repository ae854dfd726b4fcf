"""kill: sends a signal to processes."""

import os
import signal

from _commands._streams import Failure, complain


def main(words):
    rest = words[1:]
    number = signal.SIGTERM
    if rest[:1] == ['-s'] and len(rest) > 1:
        number, rest = _signal(rest[1]), rest[2:]
    elif rest and rest[0].startswith('-') and rest[0] != '--':
        number, rest = _signal(rest[0][1:]), rest[1:]
    if not rest:
        raise Failure('there is no process', 2)
    status = 0
    for word in rest:
        try:
            os.kill(int(word), number)
        except ValueError:
            raise Failure(f'Illegal number: {word}', 2) from None
        except OSError as error:
            complain(words[0], f'{error.strerror}')
            status = 1
    return status


def _signal(word):
    if word.isdigit():
        return int(word)
    try:
        return signal.Signals['SIG' + word.upper().removeprefix('SIG')]
    except KeyError:
        raise Failure(f'invalid signal {word}') from None
