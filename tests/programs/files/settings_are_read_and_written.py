import configparser
import io
import sys
from _folder import attempt

text = '''# comment
[DEFAULT]
home = /srv
debug = no

[server]
Host = example.org
port: 8080
path = %(home)s/www
   and more
ratio = 0.5
; another
[empty]
[flags]
on = Yes
'''
with open('x.ini', 'w') as file:
    file.write(text)
parser = configparser.ConfigParser()
print(parser.read(['x.ini', 'nope.ini']), parser.sections(), parser.defaults(), 'server' in parser, len(parser), list(parser))
print(parser['server']['host'], parser.getint('server', 'port'), repr(parser.get('server', 'path')), parser.getfloat('server', 'ratio'),
      parser.getboolean('flags', 'on'), parser['server'].getboolean('debug'), parser.options('server'), parser.has_option('server', 'HOME'))
print(dict(parser['server']), parser.items('flags'), parser['server'].get('x', 'fallback'), parser.get('server', 'x', fallback=3),
      parser.get('server', 'path', raw=True), parser['server'].getint('port'), parser['server'])
parser['new'] = {'a': '1', 'b': 'two\nlines'}
parser.set('new', 'c', '%(a)s')
parser['new']['d'] = 'x'
del parser['new']['d']
parser.write(sys.stdout)
with open('y.ini', 'w') as file:
    parser.write(file, space_around_delimiters=False)
print(open('y.ini').read())
print(parser.remove_option('new', 'a'), parser.remove_section('new'), parser.remove_section('new'))
for call in (lambda: parser['nope'], lambda: parser.get('nope', 'x'), lambda: parser.get('server', 'x'), lambda: parser.add_section('server'),
             lambda: parser.getint('server', 'host'), lambda: parser.getboolean('server', 'host'), lambda: parser.set('server', 'x', 3),
             lambda: parser.set('server', 'x', '%'), lambda: parser.read_string('a = 1'), lambda: parser.read_string('[a]\nno delimiter\n'),
             lambda: parser.read_string('[s]\na=1\na=2\n'), lambda: parser.read_string('[s]\n[s]\n'), lambda: parser.add_section('DEFAULT'),
             lambda: parser.read_string('[i]\nx=%(y)s\n') or parser.get('i', 'x'), lambda: parser.read_string('[j]\nx=%(x)s\n') or parser.get('j', 'x')):
    attempt(call)
extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True, delimiters=('=',))
extended.read_string('[a]\nx = 1\nflag\n[b]\ny = ${a:x}2 $$\nz=${y}\n')
print(extended['b']['y'], extended['b']['z'], extended['a']['flag'])
raw = configparser.RawConfigParser(inline_comment_prefixes=('#',), converters={'list': str.split})
raw.optionxform = str
raw.read_dict({'S': {'Key': 'a b', 'n': 3}})
raw.read_file(io.StringIO('[T]\nv = 1 # one\n'))
print(raw.getlist('S', 'Key'), raw['S'].getlist('Key'), raw['S']['n'], raw['T']['v'], list(raw['S']))
