# Parsers of many kinds, each with several command lines: results, help and errors.
import argparse
import contextlib
import io
import os

os.environ['COLUMNS'] = '80'


def run(describe, *lines):
    for line in lines:
        parser = describe(argparse.ArgumentParser)
        printed, complained = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(complained):
            try:
                result = parser.parse_args(line.split())
            except SystemExit as end:
                result = f'exit {end.code}'
        print(describe.__name__, repr(line), '->', result)
        print(printed.getvalue() + complained.getvalue(), end='')


def basic(make):
    parser = make(prog='prog', epilog='The end.',
                  description='Process some integers and so many words that the description is longer than a line of eighty.')
    parser.add_argument('integers', metavar='N', type=int, nargs='+', help='an integer for the accumulator')
    parser.add_argument('--sum', dest='accumulate', action='store_const', const=sum, default=max, help='sum (default: the max)')
    parser.add_argument('-v', '--verbose', action='count', default=0, help='increase verbosity')
    parser.add_argument('-o', '--output', default='out.txt', metavar='FILE',
                        help='where to write %(dest)s (default: %(default)s) and a longer text which must be wrapped')
    parser.add_argument('--ratio', type=float, choices=[0.5, 1.5])
    parser.add_argument('--version', action='version', version='%(prog)s 2.0')
    parser.add_argument('-x', nargs=2, type=int, action='append', metavar=('A', 'B'))
    parser.add_argument('-q', action='store_true')
    parser.add_argument('-Q', action='store_false', help=argparse.SUPPRESS)
    return parser


run(basic, '1 2', '1 --sum -vv', '-h', '', 'a', '1 --ratio 2', '1 --ratio 0.5 -o', '--version', '-x 1 2 3', '-x 1',
    '3 -x 1 2 -x 3 4 -qvv', '-- -1 -2', '-5', '-5 -o=f', '1 -of', '1 --out z', '1 --ver', '1 --v', '1 --nope', '1 -z 3', '-qQ 1',
    '-q5 1', '--sum=3 1', '1 2 -- 3')


def commands(make):
    parser = make(prog='git')
    parser.add_argument('--foo', action=argparse.BooleanOptionalAction, help='foo help', default=True)
    subparsers = parser.add_subparsers(dest='command', help='sub-command help', title='commands', required=True)
    clone = subparsers.add_parser('clone', help='clone help', aliases=['cl'])
    clone.add_argument('url')
    clone.add_argument('--depth', type=int)
    commit = subparsers.add_parser('commit', help='commit help', description='Commits things.')
    commit.add_argument('-m', '--message', required=True)
    commit.add_argument('files', nargs='*', default=['.'])
    commit.set_defaults(function='commit!')
    return parser


run(commands, 'clone u --depth 3', 'cl u', '--no-foo commit -m x a b', 'commit', '-h', 'clone -h', 'commit -h', '', 'nope',
    'clone u v', 'commit -m x --bad')


def groups(make):
    parser = make(prog='G', formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    network = parser.add_argument_group('network', 'Options of the network')
    network.add_argument('--host', default='localhost', help='the host')
    network.add_argument('--port', type=int, default=80, help='the port')
    speed = parser.add_mutually_exclusive_group(required=True)
    speed.add_argument('--fast', action='store_true', help='fast')
    speed.add_argument('--slow', action='store_true')
    other = parser.add_mutually_exclusive_group()
    other.add_argument('-a', type=int)
    other.add_argument('-b', type=int)
    other.add_argument('c', nargs='?', help='see')
    return parser


run(groups, '--fast', '', '--fast --slow', '-h', '--fast -a 1 -b 2', '--slow -a 1 x', '--slow x', '--fast --port x')


def unusual(make):
    parser = make(prog='O', prefix_chars='-+', formatter_class=argparse.RawTextHelpFormatter, description='  Raw\n   text',
                  usage='%(prog)s [options]')
    parser.add_argument('+f', '++foo', nargs='?', const='C', default='D', help='one\ntwo')
    parser.add_argument('position', nargs='?', default='5', type=int)
    parser.add_argument('rest', nargs=argparse.REMAINDER)
    parser.add_argument('-1', dest='one', action='store_true')
    parser.add_argument('--ext', action='extend', nargs='+')
    parser.add_argument('--ac', action='append_const', const=3, dest='k')
    return parser


run(unusual, '', '+f', '+f x', '++foo=9 4 -1 --zz', '-1 3', '--ext a b --ac --ac', '-h', 'x', '+x', '--ext')


def many(make):
    parser = make(prog='a_rather_long_program_name')
    for i in range(12):
        parser.add_argument(f'--option-number-{i}', metavar=f'VALUE{i}', help=f'help {i}' * i, required=i == 3)
    parser.add_argument('first')
    parser.add_argument('second', nargs=2)
    parser.add_argument('third', nargs='*')
    parser.add_argument('choice', choices=['x', 'y'], help='%(choices)s %(type)s', type=str)
    return parser


run(many, '-h', 'a', 'a b c x --option-number-3 4', 'a b c d e x --option-number-3 4', 'a b c z --option-number-3 4',
    '--option-number-1 4')


def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f'{text} is odd')
    return int(text)


def values(make):
    parser = make(prog='V', allow_abbrev=False)
    parser.add_argument('n', type=even)
    parser.add_argument('--long-name', metavar='L')
    parser.add_argument('--day', choices=range(1, 4), type=int)
    parser.add_argument('--types', nargs='*', metavar='T')
    parser.add_argument('--opt', nargs='?')
    return parser


run(values, '2', '3', 'x', '2 --long 3', '2 --long-name 3', '2 --day 5', '-h', '2 --types', '2 --types a b --opt')
run(lambda make: make(prog='p' * 70), '-h')


def mixed():
    parser = argparse.ArgumentParser(prog='I')
    parser.add_argument('--foo')
    parser.add_argument('command')
    parser.add_argument('rest', nargs='*', type=int)
    return parser


print(mixed().parse_intermixed_args('doit 1 --foo bar 2 3'.split()))
print(mixed().parse_known_args('x 1 --bar 2'.split()))
print(argparse.Namespace(a=1, **{'b c': 2}), argparse.Namespace(a=1) == argparse.Namespace(a=1), 'a' in argparse.Namespace(a=1))

strict = argparse.ArgumentParser(prog='E', exit_on_error=False)
print(strict, strict.add_argument('--n', type=int))
try:
    strict.parse_args(['--n', 'x'])
except argparse.ArgumentError as error:
    print(error, error.argument_name, error.message)

parent = argparse.ArgumentParser(add_help=False)
parent.add_argument('--parent', type=int, help='of parent')
child = argparse.ArgumentParser(prog='C', parents=[parent])
child.add_argument('foo')
print(child.parse_args(['--parent', '2', 'X']))
child.print_help()
child.print_usage()

for mistake in (lambda p: p.add_argument('--a', '--a'), lambda p: p.add_argument('x', required=True),
                lambda p: p.add_argument('--x', nargs=0), lambda p: p.add_argument('--x', action='bad'),
                lambda p: p.add_argument('--x', type='int'), lambda p: p.add_argument('-h'),
                lambda p: p.add_argument('x', dest='y'), lambda p: p.add_argument('-x', 'y'),
                lambda p: p.add_argument('--x', nargs=2, metavar=('a',)), lambda p: p.add_argument('--'),
                lambda p: p.add_argument('--x', nargs='x'), lambda p: argparse.ArgumentParser(conflict_handler='x'),
                lambda p: p.add_mutually_exclusive_group().add_argument('x'),
                lambda p: p.add_argument('--x', type=argparse.FileType), lambda p: p.add_argument()):
    try:
        print(mistake(argparse.ArgumentParser(prog='Q')))
    except Exception as error:
        print(type(error), error)


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        print(self.dest, values, option_string)
        setattr(namespace, self.dest, values.upper())


parser = argparse.ArgumentParser(prog='Q', argument_default=argparse.SUPPRESS, conflict_handler='resolve')
parser.add_argument('-u', action=Upper)
parser.add_argument('-h', type=lambda text: int(text, 16))
print(parser.parse_args(['-u', 'abc', '-h', 'ff']), parser.parse_args([]))
parser.print_help()
print(argparse.FileType('w'), argparse.FileType('r', encoding='utf8'))
