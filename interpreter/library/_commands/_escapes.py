"""Characters that are written with a backslash, as echo and printf know them."""

_LETTERS = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\', 'e': '\x1b', '"': '"'}


def unescape(text):
    """The text, and whether `\\c` has ended all output."""
    result = []
    i = 0
    while i < len(text):
        following = text[i + 1:i + 2]
        if text[i] != '\\' or not following:
            result.append(text[i])
            i += 1
        elif following == 'c':
            return ''.join(result), True
        elif following in '01234567':
            end = i + 1
            while end < min(i + 5, len(text)) and text[end] in '01234567':
                end += 1
            result.append(bytes([int(text[i + 1:end], 8) & 255]).decode('ascii', 'surrogateescape'))
            i = end
        else:
            result.append(_LETTERS.get(following, '\\' + following))
            i += 2
    return ''.join(result), False
