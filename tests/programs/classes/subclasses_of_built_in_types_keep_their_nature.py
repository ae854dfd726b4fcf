class Label(str):
    def upper(self):
        return '<' + super().upper() + '>'


class Row(list):
    def append(self, item):
        super().append(item * 2)


class Defaults(dict):
    def __missing__(self, key):
        return key * 2


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


class Count(int):
    def __add__(self, other):
        return Count(int(self) + other + 1000)


label = Label('abc')
label.note = 'attribute'
print(label, label.upper(), label + 'd', type(label + 'd').__name__, label == 'abc', {label: 1}['abc'], label.note)
row = Row([1])
row.append(2)
print(row, len(row), row == [1, 4], isinstance(row, list))
defaults = Defaults(a=1)
print(defaults['a'], defaults['zz'], defaults.get('q'), defaults)
pair = Pair(1, 2)
a, b = pair
print(pair, pair.first, a, b, pair == (1, 2), hash(pair) == hash((1, 2)))
print(Count(3) + 4, 4 + Count(3), Count(3) * 2, f'{Count(5):>4}')
