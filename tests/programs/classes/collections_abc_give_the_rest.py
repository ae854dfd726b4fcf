from collections.abc import MutableMapping, MutableSequence, MutableSet, Sequence
class Lower(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = Lower()
m.update(A=1, b=2)
print(m["a"], m.get("B"), m.pop("A"), dict(m), "B" in m, m.setdefault("C", 3), list(m.items()), m == {"b": 2, "c": 3},
      m.popitem())
class Countdown(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if not -3 <= i < 3:
            raise IndexError
        return 3 - i % 3
c = Countdown()
print(list(c), c.index(1), c.count(2), 3 in c, list(reversed(c)))
class Stack(MutableSequence):
    def __init__(self, *items): self.items = list(items)
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def __len__(self): return len(self.items)
    def insert(self, i, v): self.items.insert(i, v)
s = Stack(1, 2)
s.append(3); s.extend([4, 5]); s.reverse(); s.remove(4); s += [9]
print(s.items, s.pop(), s.pop(0), s.items)
class Bits(MutableSet):
    def __init__(self, items=()): self.items = set(items)
    def __contains__(self, x): return x in self.items
    def __iter__(self): return iter(sorted(self.items))
    def __len__(self): return len(self.items)
    def add(self, x): self.items.add(x)
    def discard(self, x): self.items.discard(x)
print(list(Bits([1, 2]) | Bits([3])), list(Bits([1, 2]) & [2]), Bits([1]) < Bits([1, 2]), list(Bits([1, 2]) ^ {2, 3}),
      Bits([1]).isdisjoint([2]))
