"""sleep: lets time pass."""

import time

from _commands._streams import Failure

_UNITS = {'s': 1, 'm': 60, 'h': 3600, 'd': 86400}


def main(words):
    if len(words) < 2:
        raise Failure("missing operand\nTry 'sleep --help' for more information.")
    time.sleep(sum(map(_seconds, words[1:])))
    return 0


def _seconds(word):
    unit = _UNITS.get(word[-1:])
    try:
        seconds = float(word if unit is None else word[:-1]) * (unit or 1)
    except ValueError:
        seconds = -1
    if seconds < 0:
        raise Failure(f"invalid time interval \u2018{word}\u2019\nTry 'sleep --help' for more information.")
    return seconds
