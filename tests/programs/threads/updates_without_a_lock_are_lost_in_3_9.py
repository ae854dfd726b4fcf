# run: --python 3.9
# not-python
import threading

count = 0

def add():
    global count
    for _ in range(1000000):
        count += 1

threads = [threading.Thread(target=add) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(1000000 <= count < 2000000)
# output:
# True
