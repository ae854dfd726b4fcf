"""tail: writes the last lines of files."""

from collections import deque

from _commands._streams import each_file, lines, options, write
from _commands.head import count_in, number_of


def main(words):
    found, names = options(number_of(words), 'q', 'n')
    from_start = found.get('n', '').startswith('+')
    count = count_in(found, 'n', 10)

    def copy(name):
        if from_start:
            for number, line in enumerate(lines(name), 1):
                if number >= count:
                    write(line)
        else:
            write(b''.join(deque(lines(name), abs(count))))

    return each_file(words[0], names, copy, "cannot open '{name}' for reading: {error}")
