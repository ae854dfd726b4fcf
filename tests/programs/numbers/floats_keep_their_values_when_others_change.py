# A result may reuse the memory of a float that nobody else can see; everybody else must not notice.
def locals_and_items():
    row = [1.5, 2.5]
    kept = row[0]
    row[0] += 1.0
    print(kept, row)
    other = row
    row[1] -= 0.5
    print(other, row)
    x = 1.0
    y = x
    x = x + 1.0
    x = x * 2.0
    z = x
    x = x - z
    print(x, y, z)
    for step in (0.5, 0.25):
        total = step + step
        rows = [total]
        total = total + step
        print(step, total, rows)


def arguments(number, doubled=None):
    before = number
    number = number * 2.0
    return before, number, doubled


def captured():
    value = 3.0

    def show():
        return value

    first = show()
    value = value + 1.0
    return first, show()


def pairs():
    pair = (1.0, 2.0)
    total = pair[0] + pair[1]
    total = total + pair[1]
    return pair, total


def indices():
    text, row, big = "abc", [0, 1, 2], list(range(70_000))
    print(text[1], row[0], row[2], big[69_999], row[-1], {0: "zero"}[0])
    for make in (lambda: row[3], lambda: (1, 2)[2], lambda: {1: 2}[3], lambda: text[7]):
        try:
            make()
        except LookupError as error:
            print(type(error).__name__, error)
    row[1] += 5
    table = {0: 1.5, 1: [2]}
    table[0] += 1
    table[1] += [3]
    print(row, table)


locals_and_items()
half = 0.5
print(arguments(half, half), half)
print(captured())
print(pairs())
indices()
numbers = [float(n) for n in range(5)]
copies = list(numbers)
for i in range(5):
    numbers[i] += 0.5
    numbers[i] = numbers[i] * 2.0
print(numbers, copies)
