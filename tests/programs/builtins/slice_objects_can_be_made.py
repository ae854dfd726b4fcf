s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s == slice(1, 10, 2), s.indices(6), list(range(20))[s])
class Shows:
    def __getitem__(self, key): return key
x = Shows()
print(x[1], x[1:2], x[::], x[1:2, ...], x[()], x["a":], x[1,], x[:, None], x[*[1, 2]], x[*(), 3])
try:
    s.start = 5
except AttributeError as error:
    print(error)
try:
    hash(s)
except TypeError as error:
    print(error)
