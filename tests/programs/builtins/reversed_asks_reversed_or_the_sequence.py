class Own:
    def __reversed__(self): return iter("own")
class Sequence:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
class Refuses(list):
    __reversed__ = None
print(list(reversed(Own())), list(reversed(Sequence())), list(reversed("abc")), list(reversed({"a": 1, "b": 2})),
      list(reversed((1, 2))))
r = reversed([1, 2, 3])
print(next(r), list(r), next(r, "end"), list(reversed({1: 2}.items())))
for bad in (5, {1}, iter([]), Refuses()):
    try:
        reversed(bad)
    except TypeError as error:
        print(error)
