"""Differences between sequences: what matches, how to get from one to the other, and how to show it."""

from collections import namedtuple
from heapq import nlargest
from types import GenericAlias

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
           'context_diff', 'unified_diff', 'diff_bytes', 'Match']

Match = namedtuple('Match', 'a b size')


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Finds the longest block that both sequences have, then those left and right of it, and so on."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._index_b()

    def _index_b(self):
        """Where each item of b stands; junk, and in long sequences what is too frequent to say anything, left out."""
        self.b2j = places = {}
        for position, item in enumerate(self.b):
            places.setdefault(item, []).append(position)
        self.bjunk = {item for item in places if self.isjunk(item)} if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        size = len(self.b)
        self.bpopular = set()
        if self.autojunk and size >= 200:
            most = size // 100 + 1
            self.bpopular = {item for item, where in places.items() if len(where) > most}
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_i, best_j, best_size = alo, blo, 0
        lengths = {}  # of the match that ends at a[i-1] and b[j], by j
        for i in range(alo, ahi):
            grown = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                size = grown[j] = lengths.get(j - 1, 0) + 1
                if size > best_size:
                    best_i, best_j, best_size = i - size + 1, j - size + 1, size
            lengths = grown
        # First popular items on both sides, then junk: it may surround a match, but makes none.
        for wanted in (False, True):
            while (best_i > alo and best_j > blo and (b[best_j - 1] in junk) == wanted
                   and a[best_i - 1] == b[best_j - 1]):
                best_i, best_j, best_size = best_i - 1, best_j - 1, best_size + 1
            while (best_i + best_size < ahi and best_j + best_size < bhi
                   and (b[best_j + best_size] in junk) == wanted and a[best_i + best_size] == b[best_j + best_size]):
                best_size += 1
        return Match(best_i, best_j, best_size)

    def get_matching_blocks(self):
        if self.matching_blocks is None:
            self.matching_blocks = [Match._make(block) for block in self._joined(self._find_blocks())]
        return self.matching_blocks

    def _find_blocks(self):
        waiting = [(0, len(self.a), 0, len(self.b))]
        blocks = []
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = block = self.find_longest_match(alo, ahi, blo, bhi)
            if not size:
                continue
            blocks.append(block)
            if alo < i and blo < j:
                waiting.append((alo, i, blo, j))
            if i + size < ahi and j + size < bhi:
                waiting.append((i + size, ahi, j + size, bhi))
        return sorted(blocks)

    def _joined(self, blocks):
        """Blocks that touch become one; an empty one behind the ends comes last."""
        i, j, size = 0, 0, 0
        for next_i, next_j, next_size in blocks:
            if (i + size, j + size) == (next_i, next_j):
                size += next_size
                continue
            if size:
                yield i, j, size
            i, j, size = next_i, next_j, next_size
        if size:
            yield i, j, size
        yield len(self.a), len(self.b), 0

    def get_opcodes(self):
        if self.opcodes is not None:
            return self.opcodes
        i = j = 0
        self.opcodes = steps = []
        for ai, bj, size in self.get_matching_blocks():
            if i < ai and j < bj:
                steps.append(('replace', i, ai, j, bj))
            elif i < ai:
                steps.append(('delete', i, ai, j, bj))
            elif j < bj:
                steps.append(('insert', i, ai, j, bj))
            i, j = ai + size, bj + size
            if size:
                steps.append(('equal', ai, i, bj, j))
        return steps

    def get_grouped_opcodes(self, n=3):
        """The changes, with at most n items of what is equal around them."""
        steps = self.get_opcodes() or [('equal', 0, 1, 0, 1)]
        steps = list(steps)
        if steps[0][0] == 'equal':
            tag, i1, i2, j1, j2 = steps[0]
            steps[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if steps[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = steps[-1]
            steps[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in steps:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        return _ratio(sum(block.size for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """At least ratio(): counts items without looking at their order."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            count = left.get(item, self.fullbcount.get(item, 0))
            left[item] = count - 1
            matches += count > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """At least quick_ratio(): looks at the lengths only."""
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for possibility in possibilities:
        matcher.set_seq1(possibility)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), possibility))
    return [possibility for _, possibility in nlargest(n, found)]


class Differ:
    """Compares texts by lines, and lines that are similar by characters."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._replace(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                yield from _marked('-', a, alo, ahi)
            elif tag == 'insert':
                yield from _marked('+', b, blo, bhi)
            else:
                yield from _marked(' ', a, alo, ahi)

    def _replace(self, a, alo, ahi, b, blo, bhi):
        """The two most similar lines face each other; what is above and below likewise."""
        pair, identical = self._most_similar(a, alo, ahi, b, blo, bhi)
        if pair is None:
            if identical is None:
                yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
                return
            i, j = identical
        else:
            i, j = pair
        yield from self._replace_part(a, alo, i, b, blo, j)
        if pair is None:
            yield '  ' + a[i]
        else:
            yield from self._compare_characters(a[i], b[j])
        yield from self._replace_part(a, i + 1, ahi, b, j + 1, bhi)

    def _most_similar(self, a, alo, ahi, b, blo, bhi):
        best_ratio = 0.74
        pair = identical = None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    identical = identical or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio
                        and matcher.ratio() > best_ratio):
                    best_ratio, pair = matcher.ratio(), (i, j)
        if best_ratio < 0.75:  # similar, but not enough
            pair = None
        return pair, identical

    def _replace_part(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._replace(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from _marked('-', a, alo, ahi)
        elif blo < bhi:
            yield from _marked('+', b, blo, bhi)

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        old, new = _marked('-', a, alo, ahi), _marked('+', b, blo, bhi)
        for lines in (new, old) if bhi - blo < ahi - alo else (old, new):
            yield from lines

    def _compare_characters(self, old, new):
        old_marks = new_marks = ''
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, old, new).get_opcodes():
            old_mark, new_mark = {'replace': '^^', 'delete': '- ', 'insert': ' +', 'equal': '  '}[tag]
            old_marks += old_mark * (i2 - i1)
            new_marks += new_mark * (j2 - j1)
        for sign, line, marks in (('-', old, old_marks), ('+', new, new_marks)):
            marks = _with_tabs_of(line, marks).rstrip()
            yield f'{sign} {line}'
            if marks:
                yield f'? {marks}\n'


def _marked(sign, lines, low, high):
    for i in range(low, high):
        yield f'{sign} {lines[i]}'


def _with_tabs_of(line, marks):
    return ''.join(character if mark == ' ' and character.isspace() else mark for character, mark in zip(line, marks))


def IS_LINE_JUNK(line, pat=None):
    """Whether a line is empty but for one '#'."""
    if pat is not None:
        return pat(line) is not None
    return line.strip() in ('', '#')


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """One of the two texts that ndiff() was given."""
    try:
        sign = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError('unknown delta choice (must be 1 or 2): %r' % which) from None
    for line in delta:
        if line[:2] in ('  ', sign):
            yield line[2:]


def _range_unified(start, stop):
    length = stop - start
    if length == 1:
        return f'{start + 1}'
    return f'{start + (length > 0)},{length}'


def _range_context(start, stop):
    length = stop - start
    beginning = start + (length > 0)
    return f'{beginning}' if length <= 1 else f'{beginning},{beginning + length - 1}'


def _headings(signs, names, dates, lineterm):
    for sign, name, date in zip(signs, names, dates):
        yield f'{sign} {name}' + (f'\t{date}' if date else '') + lineterm


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _headings(('---', '+++'), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
        first, last = group[0], group[-1]
        yield f'@@ -{_range_unified(first[1], last[2])} +{_range_unified(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
                continue
            if tag in ('replace', 'delete'):
                yield from ('-' + line for line in a[i1:i2])
            if tag in ('replace', 'insert'):
                yield from ('+' + line for line in b[j1:j2])


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _headings(('***', '---'), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        yield f'*** {_range_context(first[1], last[2])} ****{lineterm}'
        if any(tag in ('replace', 'delete') for tag, *_ in group):
            yield from (marks[tag] + line for tag, i1, i2, _, _ in group if tag != 'insert' for line in a[i1:i2])
        yield f'--- {_range_context(first[3], last[4])} ----{lineterm}'
        if any(tag in ('replace', 'insert') for tag, *_ in group):
            yield from (marks[tag] + line for tag, _, _, j1, j2 in group if tag != 'delete' for line in b[j1:j2])


def _check_types(a, b, *texts):
    for line in a[:1] or b[:1]:
        if not isinstance(line, str):
            raise TypeError('lines to compare must be str, not %s (%r)' % (type(line).__name__, line))
    for text in texts:
        if not isinstance(text, str):
            raise TypeError('all arguments must be str, not: %r' % (text,))


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    def decode(data):
        try:
            return data.decode('ascii', 'surrogateescape')
        except AttributeError as error:
            raise TypeError('all arguments must be bytes, not %s (%r)' % (type(data).__name__, data)) from error

    texts = [decode(data) for data in (fromfile, tofile, fromfiledate, tofiledate)]
    for line in dfunc([decode(line) for line in a], [decode(line) for line in b], *texts, n, decode(lineterm)):
        yield line.encode('ascii', 'surrogateescape')
