"""sub, subn, expand, escape: by text, by references to groups, by functions."""
import re


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as error:
        result = type(error).__name__, str(error)
    print(result)


print(re.sub('a', 'b', 'banana'), re.sub('a', 'b', 'banana', 2), re.subn('a', 'b', 'banana'), re.subn('x', 'b', 'banana'))
print(re.sub('x*', '-', 'abxd'), re.sub('', '.', 'abc'), re.sub(r'\b', '|', 'ab cd'), re.sub('a', '', 'banana', -1), re.sub('$', '!', 'a\n'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('(?P<x>a)', r'[\g<x>\g<1>\g<0>]', 'bab'), re.sub('(a)|(b)', r'<\1\2>', 'abc'))
print(repr(re.sub('a', r'\n\t\\\.\-\041\0\07', 'ba')), re.sub('(a)', r'\1\061\1', 'a'), re.sub('a', lambda m: r'\1', 'a'))
print(re.sub('a', lambda m: m.group().upper() + str(m.start()), 'banana'), re.sub('a', lambda m: None, 'banana'), re.sub('a', str.upper, 'b'))
print(re.sub(b'(a)', rb'\1\1', b'ba'), re.sub(b'a', lambda m: b'<' + m.group() + b'>', b'ba'), re.subn(b'a', bytearray(b'x'), b'ba'))
print(re.sub('é', '你', 'café é'), re.sub('😀', 'x', 'a😀b'), re.sub('b', '😀', 'abc'), re.sub('(.)', r'\1\1', 'é你😀'))
compiled = re.compile('(a)(b)?')
match = compiled.search('xab a')
print(match.expand(r'\1-\2-\g<0>'), compiled.search('a').expand(r'\1-\2'), match.expand('plain'))
print(compiled.sub(repl='-', string='ab a', count=1), compiled.subn(string='ab a', repl='-'))

for template in r'\3', r'\g<3>', r'\g<x>', r'\g<x', r'\gx', r'\g<>', r'\g<-1>', r'\q', '\\', r'\400', r'\8', r'\g<1a>', r'a\z', '\n\\q', r'\g':
    attempt(re.sub, '(a)(b)', template, 'ab')
print(re.sub(b'(?P<x>a)', rb'\g<x>\1', b'a'))
attempt(re.sub, b'a', b'\\g<\xc2\xb5>', b'a')
for bad in 5, None, b'x', rb'\1', ['a']:
    attempt(re.sub, 'a', bad, 'ba')
attempt(re.sub, b'a', 'x', b'ba')
attempt(re.sub, 'a', lambda m: 5, 'xbxa')
attempt(re.sub, b'a', lambda m: 'q', b'ba')
attempt(re.sub, 'a', lambda m: 1 / 0, 'ba')
attempt(re.sub, 'a', 'b')
attempt(compiled.sub, 'x')
attempt(compiled.sub, 'x', 'a', 1, 2)
attempt(compiled.sub, 'x', 'a', 'b')

# A function may use the same pattern.
print(compiled.sub(lambda m: '<' + compiled.sub('z', 'aab') + m.group(1) + '>', 'ab a'))

print(re.escape('a.b*c[d]^$ \t\n-_#&~é/'), re.escape(b'a.b\xff'), re.escape(''))
for text in 'a.b', '[x]{2}', 'tab\t', '#~&-':
    print(re.fullmatch(re.escape(text), text).group(), re.fullmatch(re.escape(text), text, re.X).span())
class Text(str): pass
print(type(re.sub('b', '', Text('a'))), type(re.match('a', Text('a')).group()), type(re.match('a', Text('a')).string))
