import threading
import time


def run(*functions):
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


# Rendezvous: a1 before b2, b1 before a2.
log, here, there = [], threading.Semaphore(0), threading.Semaphore(0)


def left():
    log.append('a1')
    here.release()
    there.acquire()
    log.append('a2')


def right():
    log.append('b1')
    there.release()
    here.acquire()
    log.append('b2')


run(left, right)
print(log.index('a1') < log.index('b2'), log.index('b1') < log.index('a2'))


class ReusableBarrier:
    def __init__(self, size):
        self.size, self.count = size, 0
        self.mutex, self.first, self.second = threading.Lock(), threading.Semaphore(0), threading.Semaphore(0)

    def wait(self):
        with self.mutex:
            self.count += 1
            if self.count == self.size:
                for _ in range(self.size):
                    self.first.release()
        self.first.acquire()
        with self.mutex:
            self.count -= 1
            if self.count == 0:
                for _ in range(self.size):
                    self.second.release()
        self.second.acquire()


barrier, rounds, lock = ReusableBarrier(4), [], threading.Lock()


def laps():
    for lap in range(3):
        with lock:
            rounds.append(lap)
        barrier.wait()


run(*[laps] * 4)
print(rounds)


class Lightswitch:
    def __init__(self):
        self.count, self.mutex = 0, threading.Lock()

    def lock(self, semaphore):
        with self.mutex:
            self.count += 1
            if self.count == 1:
                semaphore.acquire()

    def unlock(self, semaphore):
        with self.mutex:
            self.count -= 1
            if self.count == 0:
                semaphore.release()


# Searchers, inserters and deleters share a list.
no_searcher, no_inserter, inserting = threading.Semaphore(1), threading.Semaphore(1), threading.Lock()
searchers, inserters, items, violations, deleting = Lightswitch(), Lightswitch(), [], [], threading.Event()


def search():
    searchers.lock(no_searcher)
    if deleting.is_set():
        violations.append('search')
    time.sleep(0.001)
    searchers.unlock(no_searcher)


def insert():
    inserters.lock(no_inserter)
    with inserting:
        if deleting.is_set():
            violations.append('insert')
        items.append(len(items))
    inserters.unlock(no_inserter)


def delete():
    with no_searcher, no_inserter:
        deleting.set()
        time.sleep(0.001)
        items and items.pop()
        deleting.clear()


run(*[search] * 4, *[insert] * 5, *[delete] * 2)
print(violations, 3 <= len(items) <= 5)


# The unisex bathroom: never both kinds, at most three.
class Bathroom:
    def __init__(self):
        self.changed, self.kind, self.inside, self.most = threading.Condition(), None, 0, 0

    def use(self, kind):
        with self.changed:
            self.changed.wait_for(lambda: self.inside == 0 or (self.kind == kind and self.inside < 3))
            self.kind, self.inside = kind, self.inside + 1
            self.most = max(self.most, self.inside)
        time.sleep(0.002)
        with self.changed:
            if self.kind != kind:
                violations.append(kind)
            self.inside -= 1
            self.changed.notify_all()


bathroom = Bathroom()
run(*[lambda kind=kind: bathroom.use(kind) for kind in 'abababaabb'])
print(violations, bathroom.inside, bathroom.most <= 3)


# Roller coaster: a car leaves when it is full, and is empty when it comes back.
class Coaster:
    def __init__(self, seats):
        self.seats, self.lock = seats, threading.Lock()
        self.board, self.leave = threading.Semaphore(0), threading.Semaphore(0)
        self.full, self.empty, self.on, self.off, self.log = threading.Semaphore(0), threading.Semaphore(0), 0, 0, []

    def car(self, rides):
        for _ in range(rides):
            for _ in range(self.seats):
                self.board.release()
            self.full.acquire()
            self.log.append('ride')
            for _ in range(self.seats):
                self.leave.release()
            self.empty.acquire()

    def passenger(self):
        self.board.acquire()
        with self.lock:
            self.on += 1
            if self.on == self.seats:
                self.on = 0
                self.log.append('full')
                self.full.release()
        self.leave.acquire()
        with self.lock:
            self.off += 1
            if self.off == self.seats:
                self.off = 0
                self.log.append('empty')
                self.empty.release()


coaster = Coaster(3)
run(lambda: coaster.car(2), *[coaster.passenger] * 6)
print(coaster.log)

# River crossing: four in a boat, never three of one kind and one of the other.
river, boats = threading.Condition(), []
waiting, boarding = {'hacker': 0, 'serf': 0}, {'hacker': 0, 'serf': 0}


def cross(kind):
    other = 'serf' if kind == 'hacker' else 'hacker'
    with river:
        waiting[kind] += 1
        if waiting[kind] >= 4:
            chosen = {kind: 4}
        elif waiting[kind] >= 2 and waiting[other] >= 2:
            chosen = {kind: 2, other: 2}
        else:
            chosen = {}
        if chosen:
            for each, count in chosen.items():
                waiting[each] -= count
                boarding[each] += count
            boats.append(sorted(chosen.values()))
            river.notify_all()
        river.wait_for(lambda: boarding[kind] > 0)
        boarding[kind] -= 1


run(*[lambda kind=kind: cross(kind) for kind in ('hacker', 'serf') * 4])
print(len(boats), all(boat in ([4], [2, 2]) for boat in boats), waiting, boarding)
