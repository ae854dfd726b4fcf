"""grep: writes the lines in which a pattern is found."""

import re

from _commands._streams import Failure, Lines, complain, lines, options

# Of basic patterns, in which these are ordinary characters unless a backslash stands before them.
_SWAPPED = re.compile(r'\\?[+?(){}|]')


def _pattern(text, found):
    """Each line of the text is a pattern."""
    if 'F' in found:
        text = '|'.join(map(re.escape, text.split('\n')))
    elif 'E' not in found:
        text = _SWAPPED.sub(lambda match: match[0][1:] if match[0][0] == '\\' else '\\' + match[0], text)
    text = '|'.join(text.split('\n'))
    if 'w' in found:
        text = rf'\b(?:{text})\b'
    try:
        return re.compile(text.encode(), re.IGNORECASE if 'i' in found else 0)
    except re.error as error:
        raise Failure(f'{error.msg}: {text}', 2) from None


def main(words):
    found, names = options(words, 'EFcilnqvw', 'e', joined='e')
    if 'e' not in found and not names:
        raise Failure('there is no pattern', 2)
    pattern = _pattern(found['e'] if 'e' in found else names.pop(0), found)
    output = Lines()
    matched = failed = False
    for name in names or ['-']:
        prefix = f'{name}:'.encode() if len(names) > 1 else b''
        try:
            count = _search(name, pattern, found, prefix, output)
        except OSError as error:
            complain(words[0], f'{name}: {error.strerror}')
            failed = True
            continue
        matched = matched or count > 0
        if 'l' in found and count:
            output.write(name.encode() + b'\n')
        elif 'c' in found:
            output.write(prefix + b'%d\n' % count)
    output.flush()
    return 2 if failed else not matched


def _search(name, pattern, found, prefix, output):
    count = 0
    is_shown = not found.keys() & {'q', 'l', 'c'}
    for number, line in enumerate(lines(name), 1):
        if bool(pattern.search(line.removesuffix(b'\n'))) == ('v' in found):
            continue
        count += 1
        if is_shown:
            output.write(prefix + (b'%d:' % number if 'n' in found else b'') + line.removesuffix(b'\n') + b'\n')
    return count
