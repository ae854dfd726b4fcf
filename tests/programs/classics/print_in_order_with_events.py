import threading
class Foo:
    def __init__(self):
        self.first_done, self.second_done = threading.Event(), threading.Event()
    def first(self, show):
        show()
        self.first_done.set()
    def second(self, show):
        self.first_done.wait()
        show()
        self.second_done.set()
    def third(self, show):
        self.second_done.wait()
        show()
foo = Foo()
calls = [(foo.third, "third"), (foo.second, "second"), (foo.first, "first")]
threads = [threading.Thread(target=method, args=(lambda word=word: print(word),)) for method, word in calls]
for t in threads: t.start()
for t in threads: t.join()
