import collections
import threading
class EventBus:
    def __init__(self):
        self.handlers, self.lock = collections.defaultdict(list), threading.RLock()
    def on(self, event):
        def register(handler):
            with self.lock:
                self.handlers[event].append(handler)
            return handler
        return register
    def emit(self, event, *args, **kwargs):
        with self.lock:
            handlers = tuple(self.handlers[event])
        return [handler(*args, **kwargs) for handler in handlers]
bus = EventBus()
@bus.on("login")
def greet(name): return f"hello {name}"
@bus.on("login")
@bus.on("logout")
def count(name, counter=collections.Counter()):
    counter[name] += 1
    return counter[name]
print(bus.emit("login", "Ada"), bus.emit("logout", name="Ada"), bus.emit("nothing"))
totals = []
threads = [threading.Thread(target=lambda: totals.append(bus.emit("login", "Bob")[0])) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(totals)
