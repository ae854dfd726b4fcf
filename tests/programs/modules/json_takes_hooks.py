import json, datetime
class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (set, frozenset)): return sorted(o)
        if isinstance(o, datetime.date): return o.isoformat()
        return super().default(o)
print(json.dumps({"s": {2, 1}, "d": datetime.date(2024, 1, 2)}, cls=Encoder), json.dumps(1j, default=str))
print(json.loads('{"x": 1, "y": {"z": 2}}', object_hook=lambda d: sorted(d)),
      json.loads('{"a": 1, "a": 2}', object_pairs_hook=lambda p: p),
      json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: s + "!"))
for bad in (lambda: json.dumps({1, 2}), lambda: json.dumps({(1, 2): 3}),
            lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.loads(5), lambda: json.dumps([object()])):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error)[:60])
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True), "".join(json.JSONEncoder().iterencode([1, {"a": None}])))
import io
out = io.StringIO()
json.dump([1, "x"], out)
print(out.getvalue(), json.load(io.StringIO("[1]")))
