import collections
import copyreg
import datetime
import enum
import functools
import io
import pickle
import threading
from dataclasses import dataclass


def show(name, function):
    try:
        result = repr(function())
    except BaseException as error:
        result = f'{type(error).__module__}.{type(error).__name__}: {error}'
    print(name, '->', result.split(' at 0x')[0])


def local():
    def inner():
        pass
    return inner


def local_class():
    class Inner:
        pass
    return Inner()


@dataclass
class Point:
    x: int
    y: int = 2


Pair = collections.namedtuple('Pair', 'a b')


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Bad:
    def __reduce__(self):
        return self.answer


class Raises:
    def __getstate__(self):
        raise ValueError('no state')


class MyError(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.extra = a


def bad(answer):
    it = Bad()
    it.answer = answer
    return it


lock = threading.Lock()
refuse = {
    'lambda': lambda: None, 'inner function': local(), 'inner class': local_class(), 'generator': (i for i in ()), 'lock': lock,
    'module': pickle, 'thread local': threading.local(), 'dict keys': {}.keys(), 'memoryview': memoryview(b'a'), 'with lock': [1, {'a': lock}],
    'raises': Raises(), 'reduce int': bad(5), 'reduce empty': bad(()), 'reduce callable': bad((1, ())), 'reduce args': bad((int, 1)),
    'reduce iterator': bad((int, (), None, 5)), 'reduce name': bad('no_such_name'), 'frame': (lambda: None).__code__, 'file': io.StringIO,
}
for name, value in refuse.items():
    show(name, lambda: pickle.dumps(value))
accept = {
    'dataclass': Point(1), 'namedtuple': Pair(1, 2), 'enum': Color.RED, 'error': MyError(1, 2), 'deque': collections.deque([1, 2], 5),
    'defaultdict': collections.defaultdict(list, a=[1]), 'OrderedDict': collections.OrderedDict(a=1), 'Counter': collections.Counter('aab'),
    'partial': functools.partial(int, '11', base=2), 
    'timedelta': datetime.timedelta(1, 2, 3), 'timezone': datetime.timezone.utc, 'key error': KeyError('a'), 'os error': OSError(2, 'x', 'f'),
}
for name, value in accept.items():
    show(name, lambda: pickle.dumps(value))
    show(name + ' read', lambda: pickle.loads(pickle.dumps(value)))
for data in [b'', b'\x80', b'\x80\x04', b'K', b'N', b'.', b'0', b'(', b't.', b'\x80\x09N.', b'zz', b'\xff', b'h\x05.', b'cno_such_module\nx\n.', b'c__main__\nno_such\n.',
             b'\x80\x04\x95\xff\x00\x00\x00\x00\x00\x00\x00N.', b'X\xff\x00\x00\x00a', b'R.', b'NNR.', b'N)R.', b'\x93.', b'Ka.', b'I5\n.', b'Iabc\n.', b'F1.5\n.',
             b"S'abc'\n.", b'Sabc\n.', b'U\x03abc.', b'T\x03\x00\x00\x00abc.', b'U\x01\xff.', b'(lp0\nI1\na.', b'(dI1\nI2\ns.', b'(I1\nI2\nl.', b'(I1\nI2\nd.', b'N2\x86.', b'P1\n.', b'\x97.', b'\x82\x01.',
             b'(c__main__\nPoint\nI1\no.', b'(I1\ni__main__\nPoint\n.', b'}K\x01K\x02sK\x03.']:
    show(data, lambda: pickle.loads(data))
show('not octets', lambda: pickle.loads('a'))
show('protocol', lambda: pickle.dumps(1, 6))
show('negative protocol', lambda: pickle.dumps(1, -1))
show('file', lambda: pickle.dump(1, 5))
show('file', lambda: pickle.load(5))
file = io.BytesIO()
pickle.dump([1, 2], file)
pickle.dump({'a': 'b' * 70000}, file)
pickle.dump('end', file, 0)
file.seek(0)
print(pickle.load(file), len(pickle.load(file)['a']), pickle.load(file))
show('end of file', lambda: pickle.load(file))


class Persistent(pickle.Pickler):
    def persistent_id(self, value):
        return ('point', value.x) if isinstance(value, Point) else None

    def reducer_override(self, value):
        if isinstance(value, Pair):
            return (str, ('pair',))
        return NotImplemented


class Loading(pickle.Unpickler):
    def persistent_load(self, pid):
        return ['persistent', pid]

    def find_class(self, module, name):
        print('find', module, name)
        return super().find_class(module, name)


file = io.BytesIO()
pickler = Persistent(file)
pickler.dump([Point(7), Pair(1, 2), Color.BLUE])
print(file.getvalue())
print(Loading(io.BytesIO(file.getvalue())).load())
show('persistent', lambda: pickle.loads(file.getvalue()))
file = io.BytesIO()
pickler = pickle.Pickler(file, 2)
words = ['x']
pickler.dump(words)
pickler.dump(words)
pickler.clear_memo()
pickler.dump(words)
print(file.getvalue(), pickler.bin, pickler.fast)
reader = pickle.Unpickler(io.BytesIO(file.getvalue()))
print(reader.load(), reader.load(), reader.load())


class Table(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[Point] = lambda point: (Point, (point.x * 10,))


file = io.BytesIO()
Table(file).dump(Point(4))
print(pickle.loads(file.getvalue()))
copyreg.pickle(Point, lambda point: (Point, (-point.x,)))
print(pickle.loads(pickle.dumps(Point(4))))
buffers = []
data = pickle.dumps([pickle.PickleBuffer(bytearray(b'abc')), pickle.PickleBuffer(b'def')], 5, buffer_callback=buffers.append)
print(data, [bytes(b.raw()) for b in buffers], [bytes(b.raw()) for b in pickle.loads(data, buffers=buffers)])
print(pickle.dumps(pickle.PickleBuffer(b'in band'), 5))
show('buffer', lambda: pickle.dumps(pickle.PickleBuffer(b'in band'), 4))
print(pickle.PicklingError.__mro__, pickle.UnpicklingError.__mro__, pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
print(object().__reduce_ex__(4)[1:], Point(1).__reduce_ex__(2)[1:])
deep = []
for _ in range(100000):
    deep = [deep]
try:
    pickle.dumps(deep)
except RecursionError as error:
    print('RecursionError')
for moment in (datetime.date(2024, 1, 2), datetime.datetime(2024, 1, 2, 3, 4, 5, 6), datetime.time(1, 2, 3, 4, fold=1),
               datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone.utc, fold=1), datetime.time(5, tzinfo=datetime.timezone(datetime.timedelta(hours=1))),
               datetime.date.max, datetime.datetime.max):
    for protocol in (0, 2, 4):
        print(pickle.dumps(moment, protocol))
        read = pickle.loads(pickle.dumps(moment, protocol))
        print(repr(read), read == moment, read.__reduce_ex__(4))
