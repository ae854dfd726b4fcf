import threading
capacity, count = 3, 12
empty, full, mutex = threading.Semaphore(capacity), threading.Semaphore(0), threading.Lock()
buffer, taken = [None] * capacity, []
write = read = 0
def produce():
    global write
    for item in range(count):
        empty.acquire()
        with mutex:
            buffer[write] = item
            write = (write + 1) % capacity
        full.release()
def consume():
    global read
    for _ in range(count):
        full.acquire()
        with mutex:
            taken.append(buffer[read])
            read = (read + 1) % capacity
        empty.release()
threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
[t.start() for t in threads]
[t.join() for t in threads]
print(taken)
