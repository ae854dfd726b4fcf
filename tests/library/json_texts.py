"""json: what is written, what is read, and what is wrong with what cannot be read."""

import json
import random

values = [
    None, True, False, 0, -12, 10**30, 1.5, -0.0, 1e100, float('inf'), float('nan'), '', 'plain', 'quo"te\\ \n\t\x01\x7f',
    '\u4f60\u597d \U0001f600 \ud800', [], {}, [1, [2, [3, []]]], {'a': 1, 'b': [True, None], 'c': {'d': {}}}, (1, 2),
    {1: 'one', None: 0, True: 1, 2.5: 2}, {'b': 1, 'a': 2}]
for value in values:
    print(json.dumps(value))
    print(json.dumps(value, ensure_ascii=False).encode('utf-8', 'surrogatepass'))
    print(json.dumps(value, indent=2, separators=(',', ':')))
print(json.dumps({'b': 1, 'a': [1, 2]}, indent='\t', sort_keys=True))
print(json.dumps({'b': 1, 'a': [1, 2]}, indent=0))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, o):
        return [o.x, o.y] if isinstance(o, Point) else super().default(o)


print(json.dumps({'p': Point(1, 2)}, default=vars), json.dumps([Point(3, 4)], cls=Encoder))
loop = []
loop.append(loop)
for wrong in (lambda: json.dumps(Point(1, 2)), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(loop),
              lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.dumps({1, 2}), lambda: json.loads(3),
              lambda: json.dumps({1: 1, 'a': 2}, sort_keys=True), lambda: json.loads('\ufeff1')):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True))

print(json.loads(' {"a": [1, 2.5, -3e2, true, false, null, "x\\u00e9\\n\\ud83d\\ude00\\ud800"], "b": {}, "a": NaN} '))
print(json.loads(b'[Infinity, -Infinity, 1E5, 0.0]'), json.loads('"tab\t"', cls=json.JSONDecoder, strict=False))
print(json.loads('{"x": 1, "y": 2}', object_pairs_hook=list), json.loads('{"x": 1.5}', object_hook=sorted, parse_float=str))
print(json.JSONDecoder().raw_decode('[1] rest'))

documents = ['{"a": [1, 2.5, -3e2, true, null], "b": {"c": "x\\u00e9\\n"}}', '[[], {}, "s", 0, -1, 1e5]', '{"k" : "v" , "l":\n[\n1 ]}']
chance = random.Random(5)
for _ in range(600):
    text = list(chance.choice(documents))
    for _ in range(chance.randrange(1, 3)):
        i = chance.randrange(len(text))
        text[i:i + chance.randrange(2)] = chance.choice(['', '"', ',', ':', '}', ']', '{', '[', '\\', 'u', '-', '.', '0', '\n', '\x02', 'é'])
    try:
        print(json.loads(''.join(text)))
    except json.JSONDecodeError as error:
        print(ascii(''.join(text)), error, error.pos, error.lineno, error.colno)
