import threading
class FizzBuzz:
    def __init__(self, n):
        self.n, self.i, self.condition = n, 1, threading.Condition()
    def play(self, mine, say):
        while True:
            with self.condition:
                while self.i <= self.n and not mine(self.i):
                    self.condition.wait()
                if self.i > self.n:
                    return
                say(self.i)
                self.i += 1
                self.condition.notify_all()
game, said = FizzBuzz(15), []
roles = [(lambda i: i % 15 == 0, lambda i: said.append("fizzbuzz")),
         (lambda i: i % 3 == 0 and i % 5, lambda i: said.append("fizz")),
         (lambda i: i % 5 == 0 and i % 3, lambda i: said.append("buzz")), (lambda i: i % 3 and i % 5, said.append)]
threads = [threading.Thread(target=game.play, args=role) for role in roles]
for t in threads: t.start()
for t in threads: t.join()
print(*said)
