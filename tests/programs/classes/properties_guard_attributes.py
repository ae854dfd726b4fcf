class Account:
    def __init__(self):
        self._balance = 0

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("too little")
        self._balance = value

    @classmethod
    def opened_with(cls, value):
        account = cls()
        account.balance = value
        return account

    @staticmethod
    def currency():
        return "元"

a = Account.opened_with(5)
print(a.balance, a.currency())
try:
    a.balance = -1
except ValueError as error:
    print(error)
try:
    del a.balance
except AttributeError as error:
    print(error)
