import io
import marshal

values = [None, True, False, ..., 0, -1, 2**31 - 1, 2**31, -2**100, 0.1, float('inf'), 1 - 2j, '', 'abc', 'caf\xe9', '\ud800', 'x' * 300, b'', b'abc',
          (), (1, 'a'), tuple(range(300)), [], [1, [2, [3]]], {}, {'a': 1, (1, 2): [None]}, {1, 'b'}, frozenset([1, 2])]
for value in values:
    back = marshal.loads(marshal.dumps(value))
    print(type(back).__name__, back == value and repr(back) == repr(value), marshal.loads(marshal.dumps(value, 2)) == value)
same = [1]
back = marshal.loads(marshal.dumps([same, same]))
print(back[0] is back[1])
print(marshal.dumps(5, 1), marshal.dumps('a', 2), marshal.dumps([None, 2**40], 2), marshal.loads(b'\xe9\x05\x00\x00\x00'), marshal.version)
file = io.BytesIO()
for value in ('first', [2], None):
    marshal.dump(value, file)
file.seek(0)
print(marshal.load(file), marshal.load(file), marshal.load(file))
for wrong in (lambda: marshal.load(file), lambda: marshal.loads(b''), lambda: marshal.loads(b'i\x01'), lambda: marshal.loads(b'?'),
              lambda: marshal.dumps(object()), lambda: marshal.dumps(print), lambda: marshal.loads(b'0'), lambda: marshal.loads(b'r\x05\0\0\0')):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
