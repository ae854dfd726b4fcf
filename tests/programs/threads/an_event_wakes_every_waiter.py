# expect: any-order
import threading

ready = threading.Event()

def wait(n):
    ready.wait()
    print("go", n)

threads = [threading.Thread(target=wait, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
print("set", ready.is_set())
ready.set()
for t in threads:
    t.join()
print(ready.wait(timeout=0.01), ready.is_set())
