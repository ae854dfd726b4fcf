# Counter and subclasses that get and set items in their own way.
import collections
import sys


class Loud(collections.Counter):
    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)


class Doubting(collections.Counter):
    def get(self, key, default=None):
        return super().get(key, default) + 10


words = 'a b a c b a'.split() + [1, 1.0, True, (1, 2), (1, 2), 'é', '中', 'é']
for kind in (collections.Counter, Loud, Doubting):
    print(kind(words))
counts = collections.Counter(words)
counts.update('abc')
counts['a'] = sys.maxsize // 2
counts['b'] = 2 ** 100
counts['c'] = 0.5
counts.update('aabbcc')
print(counts, type(counts['a']))
try:
    counts['d'] = 'text'
    counts.update('d')
except TypeError as error:
    print(error)
try:
    counts.update([[]])
except TypeError as error:
    print(error)
del counts['nothing']
print(counts['nothing'], 'nothing' in counts)
