class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        if isinstance(other, (int, Number)):
            return f'Number.add({self.value})'
        return NotImplemented

    def __radd__(self, other):
        return f'Number.radd({self.value})'

    def __rmul__(self, other):
        return f'Number.rmul({self.value})'

    def __index__(self):
        return 3


class Special(Number):
    def __radd__(self, other):
        return f'Special.radd({self.value})'


one, special = Number(1), Special(2)
print(one + 1, 1 + one, one + one, one + special, special + one, [1] * one, 'abcd'[one], range(5)[one])
for expression in ('one + "a"', '"a" + one', 'one - 1', '1 @ one', '-one', 'one < 1', '[1] + (1,)', '[1] * "a"', 'one[0]', 'one()'):
    try:
        print(expression, '=', eval(expression))
    except TypeError as error:
        print(expression, '->', error)
