import threading
local = threading.local()
total, lock = 0, threading.Lock()
def work(n):
    global total
    local.count = 0
    for _ in range(n):
        local.count += 1
    with lock:
        total += local.count
threads = [threading.Thread(target=work, args=(n * 10,)) for n in range(1, 5)]
for t in threads: t.start()
for t in threads: t.join()
print(total, hasattr(local, "count"))
class Context(threading.local):
    user = "nobody"
    def __init__(self, user): self.user = user
c = Context("main")
def change():
    seen.append(c.user)
    c.user = "changed"
seen = []
t = threading.Thread(target=change); t.start(); t.join()
print(seen, c.user)
