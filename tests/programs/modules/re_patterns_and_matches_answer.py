"""Attributes, presentation and comparison of patterns, matches and flags."""
import copy
import re


def attempt(function):
    try:
        result = function()
    except Exception as error:
        result = type(error).__name__, str(error)
    print(result)


pattern = re.compile('(?P<x>a)(b)?', re.I)
print(pattern, pattern.pattern, pattern.flags, pattern.groups, pattern.groupindex, type(pattern), type(pattern.groupindex).__name__)
print(re.compile(b'a'), re.compile(b'a').flags, re.compile('(?im)a'), re.compile('a', re.I | re.M | re.S | re.X | re.A), re.compile('a', re.U), re.compile(b'a', re.L), re.compile('a', 0x4000), re.compile('a', 1))
print(re.compile('x' * 300), re.compile('\n\'"'), str(pattern) == repr(pattern))
print(pattern == re.compile('(?P<x>a)(b)?', re.I), pattern == re.compile('(?P<x>a)(b)?'), pattern != pattern, pattern == 5, re.compile('a') == re.compile(b'a'))
first = re.compile('a')
re.purge()
print(first == re.compile('a'), hash(first) == hash(re.compile('a')), first is re.compile('a'), re.compile('a') is re.compile('a'), len({first, re.compile('a')}))
print(copy.copy(pattern) is pattern, copy.deepcopy(pattern) is pattern, re.Pattern[str], re.Match[bytes])

match = pattern.search('xAb')
print(match, match.re is pattern, match.string, match.pos, match.endpos, match.lastindex, match.lastgroup, match.regs, bool(match), type(match))
print(match.group(), match.group(0), match.group(1), match.group('x'), match.group(1, 2), match.group('x', 0, 2), match[0], match['x'], match[2], match.group(True))
print(match.groups(), match.groupdict(), match.start(), match.end(), match.span(), match.start('x'), match.end(2), match.span('x'))
print(copy.copy(match) is match, copy.deepcopy(match) is match, match == match, match == pattern.search('xAb'), hash(match) == hash(match))
half = pattern.search('a')
print(half, half.group(2), half.groups(), half.groups('-'), half.groups(default=0), half.groupdict(default='-'), half.start(2), half.span(2), half.regs, half.lastindex)
print(re.match('x*', 'x' * 80), re.match(b'a', b'a'), re.match('\n', '\n'), re.match('', '').span(), re.match('a', 'a').lastindex, re.match('a', 'a').groupdict())
for key in 3, -1, 'y', None, 1.0, 10 ** 30, b'x', [], slice(1):
    attempt(lambda: match.group(key))
    attempt(lambda: match[key])
    attempt(lambda: match.span(key))
attempt(lambda: match.groups(1, 2))
attempt(lambda: match.start(0, 1))
attempt(lambda: match.groupdict(x=1))
attempt(lambda: len(match))
attempt(lambda: list(match))
attempt(lambda: pattern < pattern)
attempt(lambda: re.Pattern())
attempt(lambda: re.Match())
attempt(lambda: type('P', (re.Pattern,), {}))
for name in 'pattern', 'flags', 'groups', 'groupindex', 'x':
    attempt(lambda: setattr(pattern, name, 1))
for name in 'string', 're', 'pos', 'endpos', 'regs', 'lastindex', 'lastgroup', 'x':
    attempt(lambda: setattr(match, name, 1))
attempt(lambda: pattern.groupindex.__setitem__('a', 1))

print(re.I, repr(re.I | re.M), str(re.I | re.M), int(re.X), re.NOFLAG, re.RegexFlag(0), re.RegexFlag(1024), re.A.name, f'{re.S}', ~re.I, re.I | 2048)
print(list(re.RegexFlag), re.RegexFlag(pattern.flags), re.IGNORECASE is re.I, type(re.I | re.M), re.I & re.M, re.I in (re.I | re.M), re.U, re.T, re.DEBUG, re.L)
print(re.__all__)
