for change in (lambda d: d.update(new=1), lambda d: d.pop("a"), lambda d: d.clear()):
    d = {"a": 1, "b": 2}
    try:
        for key in d:
            change(d)
    except RuntimeError as error:
        print(error)
d = {"a": 1, "b": 2}
for key in d:
    d[key] += 1
for key in list(d):
    del d[key]
print(d)
d = {i: i for i in range(5)}
try:
    for key in d:
        del d[key]
        d[key + 10] = 0
        if len(d) > 10: break
except RuntimeError as error:
    print(error)
s = {1, 2, 3}
try:
    for x in s: s.add(x + 10)
except RuntimeError as error:
    print(error)
it = iter({"x": 1})
print(it.__length_hint__(), next(it), next(it, "end"), it.__length_hint__())
