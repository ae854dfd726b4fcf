from pprint import pprint, pformat, PrettyPrinter
data = {"name": "x" * 30, "list": list(range(30)), "nested": {"a": {"b": {"c": [1, 2, {"d": "e"}]}}}, "tuple": (1,),
        "set": {3, 1, 2}}
pprint(data)
pprint(data, width=40, compact=True)
pprint(data, depth=2)
pprint({"b": 1, "a": 2}, sort_dicts=False)
print(pformat([["a" * 20] * 3] * 2, indent=4), pformat("a long string " * 10, width=40))
import dataclasses, collections, types
@dataclasses.dataclass
class Point:
    x: int
    names: list
pprint(Point(1, ["a" * 30, "b" * 30, "c" * 30]))
pprint(collections.OrderedDict((f"key{i}", "v" * 20) for i in range(4)))
pprint(collections.Counter("abracadabra"))
pprint(types.SimpleNamespace(a=1, b=[2] * 40), width=60)
loop = [1]
loop.append(loop)
print(pformat(loop).split(" with")[0], pformat({1}), pformat(frozenset([2])))
