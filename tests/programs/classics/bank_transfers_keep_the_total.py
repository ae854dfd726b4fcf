import random
import threading

class Account:
    def __init__(self, number, balance):
        self.number, self.balance, self.lock = number, balance, threading.Lock()

class InsufficientFunds(Exception):
    pass

def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        if source.balance < amount:
            raise InsufficientFunds(f"{source.number}: {source.balance} < {amount}")
        source.balance -= amount
        target.balance += amount

accounts = [Account(n, 100) for n in range(4)]
refused = [0]
refused_lock = threading.Lock()
def customer(seed):
    chance = random.Random(seed)
    for _ in range(50):
        source, target = chance.sample(accounts, 2)
        try:
            transfer(source, target, chance.randint(1, 80))
        except InsufficientFunds:
            with refused_lock:
                refused[0] += 1
threads = [threading.Thread(target=customer, args=(seed,)) for seed in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(sum(a.balance for a in accounts), all(a.balance >= 0 for a in accounts), refused[0] > 0)
