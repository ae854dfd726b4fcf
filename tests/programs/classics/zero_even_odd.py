import threading
class ZeroEvenOdd:
    def __init__(self, n):
        self.n, self.changed, self.turn, self.number = n, threading.Condition(), "zero", 1
    def run(self, kind, show):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.turn == kind or self.number > self.n)
                if self.number > self.n:
                    return
                if kind == "zero":
                    show(0)
                    self.turn = "odd" if self.number % 2 else "even"
                else:
                    show(self.number)
                    self.number += 1
                    self.turn = "zero"
                self.changed.notify_all()
game, digits = ZeroEvenOdd(7), []
threads = [threading.Thread(target=game.run, args=(kind, digits.append)) for kind in ("even", "odd", "zero")]
for t in threads: t.start()
for t in threads: t.join()
print(*digits, sep="")
