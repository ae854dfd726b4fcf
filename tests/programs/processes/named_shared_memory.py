# stderr: ignore
import multiprocessing
from multiprocessing.shared_memory import ShareableList, SharedMemory


def change(name, list_name):
    memory = SharedMemory(name)
    memory.buf[:5] = b'CHILD'
    memory.close()
    shared = ShareableList(name=list_name)
    shared[0] += 41
    shared[3] = 'changed'
    shared.shm.close()


if __name__ == '__main__':
    memory = SharedMemory(create=True, size=100, name='block_of_test')
    memory.buf[:6] = b'parent'
    shared = ShareableList([1, 2.5, True, 'something', b'octets', None])
    process = multiprocessing.Process(target=change, args=(memory.name, shared.shm.name))
    process.start()
    process.join()
    print(bytes(memory.buf[:6]), memory.name, memory.size, len(memory.buf), memory)
    print(list(shared), len(shared), shared.format, shared.index(2.5), shared.count(None))
    shared[3] = ''
    shared[5] = False
    print(list(shared), repr(shared).split(', name')[0])
    for attempt in (lambda: shared[9], lambda: shared.__setitem__(3, 'x' * 50), lambda: shared.index(77),
                    lambda: SharedMemory('no_such_block'), lambda: SharedMemory('block_of_test', True, 5),
                    lambda: SharedMemory(), lambda: SharedMemory(create=True)):
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)
    shared.shm.close()
    shared.shm.unlink()
    memory.close()
    memory.unlink()
    print(memory.buf)
