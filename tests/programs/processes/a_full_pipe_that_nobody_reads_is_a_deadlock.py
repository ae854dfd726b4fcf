# not-python
# exit: 3
# stderr-contains: QueueFeederThread: waits for room in pipe 1
# stderr-contains: MainProcess waits for 4243 Process-1 to end
import multiprocessing


def fill(items):
    items.put(b'x' * 1_000_000)


if __name__ == '__main__':
    items = multiprocessing.Queue()
    process = multiprocessing.Process(target=fill, args=(items,))
    process.start()
    process.join()  # before the queue is read
    items.get()
