from collections import Counter
c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], c.total(), sorted(c.elements())[:5], Counter(a=1) + Counter(a=2, b=1),
      c - Counter("aaaa"), Counter("ab") | Counter("bb"), Counter("abb") & Counter("bb"))
c.update("zz")
c.subtract({"a": 10})
print(c["z"], c["a"], +c, -c, Counter(a=1, b=0) == Counter(a=1), Counter("ab") <= Counter("abc"),
      Counter([1, 1, 2]).most_common()[:-2:-1], dict(Counter("aab")))
del c["nothing"]
print(Counter(), Counter({"x": "y"}), Counter(None), list(Counter("ba")))
try:
    Counter.fromkeys("ab")
except NotImplementedError as error:
    print(error)
