# Transfers between shared accounts: without a lock money would be lost, with one it never is.
import multiprocessing
import random


def transfer(accounts, lock, seed):
    chance = random.Random(seed)
    for _ in range(100):
        source, target = chance.sample(range(len(accounts)), 2)
        with lock:
            amount = chance.randint(0, accounts[source])
            accounts[source] -= amount
            accounts[target] += amount


def audit(accounts, lock, done, totals):
    while not done.is_set():
        with lock:
            totals.put(sum(accounts))
        done.wait(0.001)
    totals.put(None)


if __name__ == '__main__':
    accounts = multiprocessing.Array('i', [100] * 5, lock=False)
    lock, done, totals = multiprocessing.Lock(), multiprocessing.Event(), multiprocessing.SimpleQueue()
    clerks = [multiprocessing.Process(target=transfer, args=(accounts, lock, seed)) for seed in range(3)]
    auditor = multiprocessing.Process(target=audit, args=(accounts, lock, done, totals))
    for process in (*clerks, auditor):
        process.start()
    for process in clerks:
        process.join()
    done.set()
    print(sum(accounts), set(iter(totals.get, None)) <= {500})
    auditor.join()
    print([process.exitcode for process in (*clerks, auditor)])
