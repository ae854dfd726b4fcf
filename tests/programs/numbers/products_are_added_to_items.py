# row[k] += x * y in all kinds of rows, with all kinds of numbers
import fractions


def add(row, x, y):
    row[1] += x * y
    return row


def subtract(row, x, y):
    row[1] -= x * y
    return row


class Row(list):
    def __setitem__(self, index, value):
        print('set', index, value)
        super().__setitem__(index, value)


for change in add, subtract:
    for old, x, y in [(1, 2, 3), (1.5, 0.5, 4.0), (1, 0.5, 4), (0.5, 2, 3), (1.5, 2, 0.5), (-0.0, 0.0, 0.0),
                      (True, True, 5), (4611686018427387903, 1, 1), (-4611686018427387904, 1, 1), (0, 1 << 40, 1 << 40),
                      (1, 3037000500, 3037000500), (float('inf'), float('inf'), 1.0), (1 + 2j, 1j, 2.0),
                      (fractions.Fraction(1, 3), 2, 3), ('ab', 'c', 2) if change is add else (7, 1, 2),
                      ([1], [2], 3) if change is add else (7.0, 1.0, 2.0)]:
        print(change([0, old, 0], x, y))
    print(change({1: 2.0}, 1.5, 2.0), change({1: 2}, 3, 4), change(Row([0, 1.0]), 1.5, 2.0))
    for row in [0], (0, 1.0), {}, 'abc', 5, None:
        try:
            change(row, 1.0, 2.0)
        except (IndexError, KeyError, TypeError) as error:
            print(type(error).__name__, error)

# Other holders of the old item keep it.
kept = 1.5
row = [kept, kept]
add(row, 2.0, 2.0)
add(row, 2.0, 2.0)
print(row, kept)


def itself(row):
    x = row[1]
    y = row[1]
    row[1] += x * y
    print(row, x, y)
    row[1] -= x * y
    print(row, x, y)


itself([0.0, 3.0])
itself([0, 3])


def unbound(row):
    row[1] += x * x
    x = 1


try:
    unbound([1.0, 1.0])
except UnboundLocalError as error:
    print(error)
