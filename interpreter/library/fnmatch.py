"""Names that fit a pattern with *, ? and [...]; `translate` makes a regular expression of it."""

import functools
import os
import posixpath
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=32768, typed=True)
def _compile_pattern(pat):
    if isinstance(pat, bytes):
        return re.compile(bytes(translate(str(pat, 'ISO-8859-1')), 'ISO-8859-1')).match
    return re.compile(translate(pat)).match


def filter(names, pat):
    match = _compile_pattern(os.path.normcase(pat))
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    return _compile_pattern(pat)(name) is not None


def translate(pat):
    """Between two stars as little as possible is taken, and for good: no pattern takes exponential time."""
    parts = list(_parts(pat))
    stars = [i for i, part in enumerate(parts) if part is None]
    if not stars:
        return rf'(?s:{"".join(parts)})\Z'
    text = ''.join(parts[:stars[0]])
    for start, end in zip(stars, stars[1:]):
        text += f'(?>.*?{"".join(parts[start + 1:end])})'
    text += '.*' + ''.join(parts[stars[-1] + 1:])
    return rf'(?s:{text})\Z'


def _parts(pat):
    """Each part as a regular expression; None for a row of stars."""
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*':
            while i < len(pat) and pat[i] == '*':
                i += 1
            yield None
        elif c == '?':
            yield '.'
        elif c == '[':
            end = _end_of_set(pat, i)
            if end is None:
                yield '\\['
            else:
                yield _set(pat[i:end])
                i = end + 1
        else:
            yield re.escape(c)


def _end_of_set(pat, start):
    first = start + (pat[start:start + 1] == '!')
    end = pat.find(']', first + (pat[first:first + 1] == ']'))
    return None if end < 0 else end


def _set(content):
    if '-' not in content:
        content = content.replace('\\', r'\\')
    else:
        content = _ranges(content)
    if not content:
        return '(?!)'  # an empty range fits nothing
    if content == '!':
        return '.'
    content = re.sub(r'([&~|])', r'\\\1', content)
    if content[0] == '!':
        content = '^' + content[1:]
    elif content[0] in ('^', '['):
        content = '\\' + content
    return f'[{content}]'


def _ranges(content):
    """Ranges that are empty are dropped; hyphens that make no range are escaped."""
    chunks, position = [], 0
    search = 2 if content[0] == '!' else 1
    while True:
        hyphen = content.find('-', search)
        if hyphen < 0:
            break
        chunks.append(content[position:hyphen])
        position = hyphen + 1
        search = hyphen + 3
    rest = content[position:]
    if rest:
        chunks.append(rest)
    else:
        chunks[-1] += '-'
    for i in range(len(chunks) - 1, 0, -1):
        if chunks[i - 1][-1] > chunks[i][0]:
            chunks[i - 1] = chunks[i - 1][:-1] + chunks[i][1:]
            del chunks[i]
    return '-'.join(chunk.replace('\\', r'\\').replace('-', r'\-') for chunk in chunks)
