import multiprocessing


def fill(items):
    for _ in range(100):
        items.put('x' * 10_000)


def leave(items):
    items.cancel_join_thread()
    items.put('y' * 1_000_000)


if __name__ == '__main__':
    items = multiprocessing.Queue()
    process = multiprocessing.Process(target=fill, args=(items,))
    process.start()
    process.join(0.3)
    print(process.is_alive())
    print(sum(len(items.get()) for _ in range(100)))
    process.join()
    print(process.is_alive())
    process = multiprocessing.Process(target=leave, args=(multiprocessing.Queue(),))
    process.start()
    process.join()
    print(process.exitcode)
