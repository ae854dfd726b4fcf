from collections import defaultdict
d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
print(d, dict(d), d.get("b"), "b" in d, d["b"], d.default_factory, len(d))
tree = lambda: defaultdict(tree)
t = tree()
t["x"]["y"]["z"] = 1
import json
print(json.dumps(t), defaultdict(int, a=1) | {"b": 2}, defaultdict(lambda: "n/a")["q"], d.copy() == d)
n = defaultdict(None)
try:
    n["x"]
except KeyError as error:
    print(error)
try:
    defaultdict(5)
except TypeError as error:
    print(error)
class Keyed(defaultdict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value
print(Keyed()["ab"])
