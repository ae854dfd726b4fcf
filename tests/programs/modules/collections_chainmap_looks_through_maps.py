from collections import ChainMap, OrderedDict, UserDict, UserList, UserString
base, local = {"a": 1, "b": 2}, {"a": 10}
c = ChainMap(local, base)
c["c"] = 3
print(c["a"], c["b"], dict(c), local, len(c), list(c), c.maps, c.new_child({"b": 0})["b"], c.parents["a"], "b" in c,
      c.get("z", 0), c)
try:
    del c["b"]
except KeyError as error:
    print(error)
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(list(o), o.popitem(last=False), o, o == OrderedDict([("a", 1), ("c", 3)]), o == {"a": 1, "c": 3},
      list(reversed(o)))
class D(UserDict):
    def __setitem__(self, k, v): super().__setitem__(str(k), v)
d = D({1: "x"})
d[2] = "y"
print(d, d.data, "1" in d, len(d), UserList([1, 2]) + [3], UserString("ab") * 2, UserString("ab").upper())
