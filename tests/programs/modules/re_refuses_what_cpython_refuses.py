"""Patterns that are not valid: message, position, line, column."""
import re


def attempt(pattern, flags=0):
    try:
        print(repr(pattern), re.compile(pattern, flags))
    except re.error as error:
        print(repr(pattern), 'error:', error, '|', error.msg, error.pos, error.lineno, error.colno, error.pattern == pattern, error.args)
    except Exception as error:
        print(repr(pattern), type(error).__name__, error)


PATTERNS = r'''
( ) (a a) *a a** a*?* a*++ a{1}{2} ^* $+ \b? (?:a)** (?i)* {1} a|* a{2,1} a{99999999999} a{4294967295} a{4294967294}
[ [a []  [^] [a- [z-a] [\d-z] [a-\d] [\x41-\x40] [\8] [\q] [\x4] [\U00110000] [\400] [a\
\ a\ )\ \q \x4 \x \u12 \U00110000 \U1 \400 \1 (\1) (a)\2 (a)\10 \8 \18 \118 \128 (a)\01 \N \Nabc \N{} \N{NO-SUCH-NAME} [\N{x
(? (?P (?Pa (?P> (?P< (?P<a (?P<> (?P<1a>a) (?P<a.b>c) (?P<a>a)(?P<a>b) (?P<a>a (?P= (?P=a (?P=) (?P=b) (?P=a.) (?P<a>(?P=a))
(?< (?<a (?<= (?<=a (?<! (?= (?! (?!a (?: (?:a (?> (?>a (?# (?#a (?z) (?z:a) (?^a) (?1) (?&a)
(?(1 (?() (?()a) (?(0)a) (?(1)a) (?(2)a)(b) (?(x)a) (?(a.)a) (?(-1)a) (?(1)a|b|c) (a)(?(1)a (a)(?(1)a|b (a)(?(1)a|b|c)
(?i (?i- (?i-) (?i-x (?i-i:a) (?ii)a (?au:a) (?aL:a) (?L:a) (?L)a (?-) (?-1 (?-a:x) (?i1) (?iz) (?i-z:) (?i-x1) (?t:a) (?-t:a) (?a)(?u)a
a(?i) (a(?i)b) ((?i)a) a|(?i)b (?:)(?i) (?#c)(?i)a
(?<=a*) (?<=a|bc) (?<!ab?) (?<=a{1,2}) (?<=(a)\1) (?<=(a)(?(1)b|c)) (a)(?<=(?(1)b|cc)) (?<=(?P<n>a)(?P=n)) (a)(?<=\1) (?<=(?=a*))b (?<=(?:a|bb){0})c (?<=\b)
((((( (((((a) a)b (|*) (?P<\ [b-a-z]
'''.split()
for pattern in PATTERNS:
    attempt(pattern)
for pattern in 'a\nb\n(', '\n)', '(?x)\n(\n', '[\n', 'é(', '😀)', "(?P<'>a)", '(?P<"\'>a)', '(?P<\n>a)', '(?P<é>a)(?P<é>b)', '(?(é)a)', '(', '(?P=\u4f60)':
    attempt(pattern)
for pattern in b'(', b'\n(', b'(?u)a', b'(?L)a', b'(?La)b', b'(?aL:b)', rb'\u1234', rb'\N{SPACE}', rb'\U00000041', b'(?P<a b>c)', b'\xff[\xfe-\xfd]', b'\\\xff', b'(?\xff)':
    attempt(pattern)
for pattern, flags in ('a', re.A | re.U), ('a', re.L), (b'a', re.U), (b'a', re.L | re.A), ('a)', re.A | re.U), ('(', re.A | re.U), ('(?(3)a)', re.A | re.U), (' a*  *', re.X), ('( ?:a)', re.X), ('(? :a)', re.X), ('a+ +', re.X), ('a# (', re.X), (' (?i) a', re.X):
    attempt(pattern, flags)
for pattern in None, 5, ['a'], bytearray(b'a'), object:
    attempt(pattern)
attempt('a', 'b')
attempt(re.compile('a'), re.I)
print(re.compile(re.compile('a')))
for call in (lambda: re.match(5, 'a'), lambda: re.match('a', 5), lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'), lambda: re.match('a', None),
             lambda: re.match('a', bytearray(b'a')), lambda: re.compile('a').match(), lambda: re.compile('a').match('a', 'b'),
             lambda: re.compile('a').match('a', x=1), lambda: re.compile('a').match('a', 0, 1, 2), lambda: re.findall('a'), lambda: re.split('a', 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(re.error('words'), re.error('words', 'pattern', 3), re.error('words', 'a\nb', 2), repr(re.error('words', b'a\nb', 2)), re.error.__mro__, re.error('m').pos)
try:
    re.compile('(' * 2000 + ')' * 2000)
except RecursionError as error:
    print(error)
