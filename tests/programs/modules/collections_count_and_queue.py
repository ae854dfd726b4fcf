from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

print(Counter("banana").most_common(2))
groups = defaultdict(list)
for word in ("ant", "bee", "ape"):
    groups[word[0]].append(word)
print(dict(groups))
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.popleft(), list(d))
Point = namedtuple("Point", "x y")
print(Point(1, y=2), Point(1, 2)._replace(x=9).x, OrderedDict(a=1))
