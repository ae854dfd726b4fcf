import threading
import time

class ReadWriteLock:
    """Many readers or one writer; waiting writers go before new readers."""
    def __init__(self):
        self.changed = threading.Condition()
        self.readers = self.waiting_writers = 0
        self.writing = False

    def acquire_read(self):
        with self.changed:
            while self.writing or self.waiting_writers:
                self.changed.wait()
            self.readers += 1

    def release_read(self):
        with self.changed:
            self.readers -= 1
            if not self.readers:
                self.changed.notify_all()

    def acquire_write(self):
        with self.changed:
            self.waiting_writers += 1
            while self.writing or self.readers:
                self.changed.wait()
            self.waiting_writers -= 1
            self.writing = True

    def release_write(self):
        with self.changed:
            self.writing = False
            self.changed.notify_all()

lock, data, wrong = ReadWriteLock(), [0, 0], []
def reader():
    for _ in range(5):
        lock.acquire_read()
        if data[0] != data[1]:
            wrong.append(tuple(data))
        lock.release_read()
def writer():
    for _ in range(5):
        lock.acquire_write()
        data[0] += 1
        time.sleep(0.0005)
        data[1] += 1
        lock.release_write()
threads = [threading.Thread(target=f) for f in (reader, reader, writer, reader, writer)]
for t in threads: t.start()
for t in threads: t.join()
print(data, wrong, lock.readers, lock.writing)
