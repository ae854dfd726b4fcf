# iteration: two method calls and attribute updates
class Account:
    def __init__(self):
        self.balance = 0
        self.moves = 0

    def deposit(self, amount):
        self.balance += amount
        self.moves += 1

    def withdraw(self, amount):
        self.balance -= amount
        self.moves += 1


def work(n):
    account = Account()
    for i in range(n):
        account.deposit(2)
        account.withdraw(1)
    return account.balance


assert work(500_000) == 500_000
