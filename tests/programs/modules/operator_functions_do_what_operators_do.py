import operator as o
print(o.add(1, 2), o.mod(7, 3), o.contains([1], 1), o.getitem("abc", 1), o.not_(0), o.truth([]), o.is_(None, None),
      o.concat([1], [2]), o.countOf("aab", "a"), o.indexOf("abc", "b"), o.index(True), o.neg(3), o.xor(5, 1),
      o.pow(2, 5), o.matmul.__name__)
print(o.itemgetter(1)("abc"), o.itemgetter(0, -1)("abc"), o.attrgetter("real")(5),
      o.attrgetter("__class__.__name__", "imag")(5), o.methodcaller("upper")("a"),
      o.methodcaller("replace", "a", "b")("aa"), o.length_hint(iter([1, 2])), o.length_hint(5, 9))
l = [1]
print(o.iadd(l, [2]) is l, l, o.setitem(l, 0, 5), l, o.delitem(l, 0), l, o.call(len, "abc"))
print(sorted([("b", 1), ("a", 2)], key=o.itemgetter(0)), list(map(o.mul, [1, 2], [3, 4])), repr(o.itemgetter(1, 2)),
      repr(o.attrgetter("a.b")), repr(o.methodcaller("m", 1, k=2)))
