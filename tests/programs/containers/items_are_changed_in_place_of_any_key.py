# container[key] += operand: of dicts, lists and what only resembles them, with keys and operands of each kind.
import collections


def change(container, key, operand):
    container[key] += operand
    container[key] -= operand
    container[key] += operand
    container[0] += 1
    container['word'] -= 2.5
    return container


class Counting(dict):
    def __missing__(self, key):
        return 100


class Row(list):
    def __getitem__(self, index):
        return 7 if index == 'word' else super().__getitem__(index)

    def __setitem__(self, index, value):
        print('set', index, value)
        if index != 'word':
            super().__setitem__(index, value)


for container in ({0: 1, 'word': 2, 5: 1.5, 'other': 2 ** 62 - 1}, Counting(), collections.Counter('word'), Row(range(10)),
                  [1, 2, 3, 4, 5, 6], (1, 2), {}, {0: 'text', 'word': [1]}):
    for key, operand in ((5, 1), ('other', 1), (5, 0.25), (-1, 3), (True, 1), (5.0, 1), ('wo' + str('rd'), 2), (0, 'more'), (0, [2]),
                         (None, 1), ([], 1), ('new', 10 ** 30)):
        try:
            print(change(container, key, operand))
        except Exception as error:
            print(type(error).__name__, error, container)


def count(words):
    counts = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


print(count(['a', 'b', 'a', 1, 1.0, True, 'a' * 20, 'aa' * 10, 'é', '中' * 9, '中' * 9, 'é']))


def unbound(which):
    values = {1: 1}
    if which == 0:
        container = values
    if which == 1:
        key = 1
    if which == 2:
        operand = 1
    try:
        if which == 0:
            container[key] += 1
        elif which == 1:
            container[key] += 1
        else:
            values[1] += key
    except UnboundLocalError as error:
        print(error, values)


for which in range(3):
    unbound(which)
