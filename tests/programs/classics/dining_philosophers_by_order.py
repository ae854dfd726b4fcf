"""Each takes the fork with the lower number first, so no ring of waiting can form."""
import threading
import time

class Philosopher(threading.Thread):
    def __init__(self, name, left, right):
        super().__init__(name=name)
        self.forks = sorted((left, right), key=lambda fork: fork.number)
        self.meals = 0

    def run(self):
        for _ in range(3):
            with self.forks[0], self.forks[1]:
                time.sleep(0.001)
                self.meals += 1

class Fork:
    def __init__(self, number):
        self.number, self.lock = number, threading.Lock()

    def __enter__(self):
        self.lock.acquire()

    def __exit__(self, *error):
        self.lock.release()

forks = [Fork(n) for n in range(5)]
names = ["Plato", "Kant", "Hume", "Mill", "Confucius"]
table = [Philosopher(name, forks[i], forks[(i + 1) % 5]) for i, name in enumerate(names)]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join()
    print(philosopher.name, "ate", philosopher.meals, "times")
