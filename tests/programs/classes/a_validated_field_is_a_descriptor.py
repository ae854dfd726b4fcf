class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__[self.name]
    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value
class Account:
    owner, balance = Typed(str), Typed(int)
    def __init__(self, owner, balance):
        self.owner, self.balance = owner, balance
account = Account("Ada", 5)
account.balance += 10
print(vars(account), Account.owner.name)
for bad in ((1, 2), ("x", "y")):
    try:
        Account(*bad)
    except TypeError as error:
        print(error)
