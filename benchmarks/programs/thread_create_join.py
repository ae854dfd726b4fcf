# thread: create, start and join
import threading


def nothing():
    pass


for _ in range(10_000):
    thread = threading.Thread(target=nothing)
    thread.start()
    thread.join()
