class Money:
    def __init__(self, amount):
        self.amount = amount

    def __repr__(self):
        return f"Money({self.amount})"

    def __add__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.amount + other.amount)

    def __radd__(self, other):
        return Money(self.amount + other)

    def __eq__(self, other):
        return isinstance(other, Money) and self.amount == other.amount

    def __lt__(self, other):
        return self.amount < other.amount

    def __len__(self):
        return self.amount

    def __getitem__(self, i):
        return i * self.amount

    def __contains__(self, x):
        return x == self.amount

print(Money(1) + Money(2), 5 + Money(1), Money(1) == Money(1), Money(1) != Money(2))
print(sorted([Money(3), Money(1)]), len(Money(4)), Money(2)[3], 2 in Money(2), bool(Money(0)))
try:
    Money(1) + 1
except TypeError as error:
    print(error)
