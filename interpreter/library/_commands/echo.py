"""echo: writes its words."""

from _commands._escapes import unescape
from _commands._streams import write_text


def main(words, always_escapes=False):
    words = words[1:]
    end, escapes = '\n', always_escapes
    allowed = 'n' if always_escapes else 'neE'
    while words and len(words[0]) > 1 and words[0][0] == '-' and not words[0][1:].strip(allowed):
        for letter in words.pop(0)[1:]:
            if letter == 'n':
                end = ''
            else:
                escapes = letter == 'e'
    text, is_end = unescape(' '.join(words)) if escapes else (' '.join(words), False)
    write_text(text if is_end else text + end)
    return 0
