from threading import Barrier, Semaphore, Thread, Lock
class H2O:
    def __init__(self):
        self.h, self.o, self.barrier = Semaphore(2), Semaphore(1), Barrier(3)
    def hydrogen(self, release):
        with self.h:
            self.barrier.wait()
            release("H")
            self.barrier.wait()
    def oxygen(self, release):
        with self.o:
            self.barrier.wait()
            release("O")
            self.barrier.wait()
water, atoms = H2O(), []
threads = [Thread(target=water.hydrogen if a == "H" else water.oxygen, args=(atoms.append,)) for a in "OOHHHHHHO"]
for t in threads: t.start()
for t in threads: t.join()
molecules = ["".join(sorted(atoms[i:i + 3])) for i in range(0, 9, 3)]
print(molecules)
