import threading

count = 0

def add():
    global count
    for _ in range(300000):
        count += 1

threads = [threading.Thread(target=add) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(count)
