from threading import Lock, Semaphore, Thread
class FooBar:
    def __init__(self, n):
        self.n, self.foo_turn, self.bar_turn = n, Semaphore(1), Semaphore(0)
    def foo(self, print_foo):
        for _ in range(self.n):
            self.foo_turn.acquire()
            print_foo()
            self.bar_turn.release()
    def bar(self, print_bar):
        for _ in range(self.n):
            self.bar_turn.acquire()
            print_bar()
            self.foo_turn.release()
class FooBarLocks(FooBar):
    def __init__(self, n):
        self.n, self.foo_turn, self.bar_turn = n, Lock(), Lock()
        self.bar_turn.acquire()
for kind in FooBar, FooBarLocks:
    foobar, parts = kind(4), []
    a = Thread(target=foobar.foo, args=(lambda: parts.append("foo"),))
    b = Thread(target=foobar.bar, args=(lambda: parts.append("bar"),))
    b.start(), a.start(), a.join(), b.join()
    print("".join(parts))
