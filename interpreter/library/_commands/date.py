"""date: writes what time it is."""

import time

from _commands._streams import Failure, options, write_text


def main(words):
    _, formats = options(words, 'u')
    if len(formats) > 1 or not all(word.startswith('+') for word in formats):
        raise Failure(f'invalid date \u2018{formats[-1]}\u2019')
    now = time.time_ns()
    text = formats[0][1:] if formats else '%a %b %e %H:%M:%S UTC %Y'
    text = text.replace('%N', f'{now % 10**9:09}').replace('%s', str(now // 10**9))
    write_text(time.strftime(text, time.gmtime(now // 10**9)) + '\n')
    return 0
