# exit: 1
class Account:
    def __init__(self):
        self.balance = 1


try:
    print(Account().balence)
finally:
    counter = 1
    print(countre)
