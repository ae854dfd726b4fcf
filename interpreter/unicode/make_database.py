#!/usr/bin/env python3
"""Writes what unicodedata and \\N{...} need of the Unicode Character Database as a compressed table for database.cc.

    make_database.py OUTPUT FOLDER

FOLDER holds the database's files (Debian's package unicode-data). Characters younger than Unicode 14.0, the version of
Python 3.11, are left out. The table is text, one line a character or range of them:

    code point in hexadecimal[..last];name;category;combining class;bidi class;decomposition;decimal;digit;numeric;mirrored;width
    =name;code points            a name that only lookups know, in hexadecimal
    +code point;numeric          the number that an ideograph stands for
"""

import bz2
import re
import sys
import zlib
from pathlib import Path

NEWEST = 14.0


def lines(path):
    opened = bz2.open(path, 'rt') if path.suffix == '.bz2' else open(path, encoding='utf-8')
    with opened as file:
        for line in file:
            line = line.split('#')[0].strip()
            if line:
                yield line


def ranges(path):
    """(first, last, value) of a file of properties."""
    for line in lines(path):
        place, value = (part.strip() for part in line.split(';')[:2])
        first, _, last = place.partition('..')
        yield int(first, 16), int(last or first, 16), value


def young_characters(folder):
    return {code for first, last, age in ranges(folder / 'DerivedAge.txt') if float(age) > NEWEST
            for code in range(first, last + 1)}


def widths(folder):
    return {code: width for first, last, width in ranges(folder / 'EastAsianWidth.txt') for code in range(first, last + 1)}


def characters(folder):
    young, width = young_characters(folder), widths(folder)
    first_of_range = None
    for line in lines(folder / 'UnicodeData.txt'):
        fields = line.split(';')
        code, name = int(fields[0], 16), fields[1]
        if name.endswith(', First>'):
            first_of_range = code
            continue
        place = f'{code:X}'
        if name.endswith(', Last>'):
            # Younger characters stand at the end of a range, or are all of it.
            code = max((each for each in range(first_of_range, code + 1) if each not in young), default=code)
            place = f'{first_of_range:X}..{code:X}'
            name = name[:-len(', Last>')] + '>'
        if code not in young:
            yield ';'.join([place, name, *fields[2:10], width.get(code, 'N')])


def other_names(folder):
    young = young_characters(folder)
    for file in ('NameAliases.txt', 'NamedSequences.txt'):
        for line in lines(folder / file):
            first, second = line.split(';')[:2]
            name, codes = (second, first) if file == 'NameAliases.txt' else (first, second)
            if not any(int(code, 16) in young for code in codes.split()):
                yield f'={name.strip()};{codes.strip()}'


def ideographic_numbers(folder):
    for line in lines(folder / 'Unihan_NumericValues.txt.bz2'):
        code, _, value = re.split(r'\s+', line)[:3]
        yield f'+{code[2:]};{value}'


def main(output, folder):
    folder = Path(folder)
    text = '\n'.join([*characters(folder), *other_names(folder), *ideographic_numbers(folder), '']).encode()
    packed = zlib.compress(text, 9)
    rows = [','.join(map(str, packed[i:i + 40])) for i in range(0, len(packed), 40)]
    Path(output).write_text('// Written by make_database.py.\n#include "interpreter/unicode/packed_database.h"\n'
                            'namespace gilsim::unicode {\n'
                            f'const std::size_t unpacked_size = {len(text)};\nconst std::size_t packed_size = {len(packed)};\n'
                            'const unsigned char packed_database[] = {\n' + ',\n'.join(rows) + '};\n}\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
