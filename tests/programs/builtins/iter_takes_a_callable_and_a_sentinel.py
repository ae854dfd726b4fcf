values = iter([3, 2, 1, 0, 9])
print(list(iter(lambda: next(values), 0)), next(values))
class Sequence:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return i * i
it = iter(Sequence())
print(next(it), list(it), list(it))
class NotAnIterator:
    def __iter__(self): return 5
for bad in (lambda: iter(5), lambda: iter(5, 1), lambda: iter(NotAnIterator()), lambda: next(5), lambda: next([]),
            lambda: next(iter([]))):
    try:
        bad()
    except (TypeError, StopIteration) as error:
        print(type(error).__name__, error)
print(next(iter([]), None), type(iter(int, 1)).__name__)
