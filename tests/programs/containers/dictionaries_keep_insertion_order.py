d = {"b": 1, "a": 2}
d["c"] = 3
del d["b"]
d["b"] = 4
print(d, list(d.items()), d.get("x"), d.setdefault("x", []), d.pop("a"), d)
d.update(z=1)
print(list(d), list(reversed(d)), d | {"c": 0}, "c" in d, len(d))
try:
    for k in d:
        d[k + k] = 1
except RuntimeError as error:
    print(error)
