import multiprocessing.dummy
import threading
from multiprocessing.dummy import Manager, Pool, Process, Queue
from multiprocessing.pool import ThreadPool


def square(x):
    return x * x


def fails(x):
    raise ValueError(x)


pool = Pool(3)
print(pool.map(square, range(10)), pool)
pool.close()
pool.join()
print(pool)
with Pool(2) as pool:
    print(list(pool.imap(square, range(5))), pool.apply(square, (3,)), sorted(pool.imap_unordered(square, range(20), 3)))
    print(pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply_async(square, (5,)).get(10), pool.map_async(square, [6]).get())
    try:
        pool.map(fails, [1])
    except ValueError as error:
        print(repr(error), error.__cause__)
pool.join()
try:
    pool.map(square, [1])
except ValueError as error:
    print(error)
initialized = []
with ThreadPool(2, initialized.append, ('word',)) as pool:
    print(pool.map(len, ['a', 'bc'], chunksize=1))
pool.join()
print(set(initialized))
results = Queue()
process = Process(target=results.put, args=('from a thread',))
print(isinstance(process, threading.Thread), process.exitcode)
process.start()
process.join()
print(results.get(), process.exitcode, multiprocessing.dummy.active_children())
manager = Manager()
print(manager.list([1]), manager.dict(a=1), manager.Namespace(x=1), manager.Value('i', 3), manager.Array('i', [1]))
one, other = multiprocessing.dummy.Pipe()
one.send('message')
print(other.poll(), other.recv(), other.poll(), multiprocessing.dummy.current_process().name)
