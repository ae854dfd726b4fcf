import multiprocessing
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import ShareableList, SharedMemory


def square(name, start, stop):
    numbers = ShareableList(name=name)
    for place in range(start, stop):
        numbers[place] **= 2
    numbers.shm.close()


if __name__ == '__main__':
    with SharedMemoryManager() as manager:
        block = manager.SharedMemory(size=64)
        block.buf[:5] = b'hello'
        numbers = manager.ShareableList(range(6))
        processes = [multiprocessing.Process(target=square, args=(numbers.shm.name, start, start + 3)) for start in (0, 3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(list(numbers), bytes(block.buf[:5]), type(block).__name__, block.size >= 64)
        for wrong in manager.start, manager.get_server:
            try:
                wrong()
            except multiprocessing.ProcessError as error:
                print(error)
        names = block.name, numbers.shm.name
    for name in names:
        try:
            SharedMemory(name)
        except FileNotFoundError as error:
            print(error.errno, str(error).replace(name, 'NAME'))
    try:
        manager.get_server()
    except multiprocessing.ProcessError as error:
        print(error)
