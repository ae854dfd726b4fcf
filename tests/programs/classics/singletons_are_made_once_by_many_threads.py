import threading, time
class Config:
    instance, lock, made = None, threading.Lock(), 0
    def __new__(cls):
        if cls.instance is None:
            with cls.lock:
                if cls.instance is None:
                    time.sleep(0.001)
                    cls.made += 1
                    cls.instance = super().__new__(cls)
        return cls.instance
seen = []
threads = [threading.Thread(target=lambda: seen.append(Config())) for _ in range(5)]
for t in threads: t.start()
for t in threads: t.join()
print(len(seen), len(set(map(id, seen))), Config.made)
def once(function):
    lock, result = threading.Lock(), []
    def wrapper():
        with lock:
            if not result:
                result.append(function())
        return result[0]
    return wrapper
calls = []
@once
def load():
    calls.append(1)
    return "loaded"
threads = [threading.Thread(target=load) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(load(), len(calls))
