"""wc: counts lines, words and octets."""

import os

from _commands._streams import each_file, options, pieces, write_text


def main(words):
    found, names = options(words, 'lwcm')
    rows = []

    def count(name):
        is_inside = False
        numbers = dict.fromkeys('lwmc', 0)
        for piece in pieces(name):
            numbers['l'] += piece.count(b'\n')
            numbers['w'] += len(piece.split()) - (is_inside and not piece[:1].isspace())
            numbers['m'] += sum(octet & 0xc0 != 0x80 for octet in piece) if 'm' in found else 0
            numbers['c'] += len(piece)
            is_inside = not piece[-1:].isspace()
        rows.append(([numbers[letter] for letter in 'lwmc' if letter in (found or 'lwc')], name))

    status = each_file(words[0], names, count)
    if len(names) > 1:
        rows.append(([sum(column) for column in zip(*(numbers for numbers, _ in rows))], 'total'))
    width = _width(rows, names)
    for numbers, name in rows:
        columns = ' '.join(f'{number:{width}}' for number in numbers)
        write_text(columns + (f' {name}\n' if names else '\n'))
    return status


def _width(rows, names):
    if len(rows) == 1 and len(rows[0][0]) == 1:
        return 1
    if not names or '-' in names:
        return 7
    return len(str(sum(os.stat(name).st_size for name in names if os.path.exists(name))))
