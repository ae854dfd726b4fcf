import multiprocessing
import re
import sys
import time


def show(*values):
    text = ' '.join(map(repr, values))
    print(re.sub(r'(pid|parent)=\d+', r'\1=N', text))


def nothing():
    pass


if __name__ == '__main__':
    process = multiprocessing.Process(target=time.sleep, args=(100,), daemon=True)
    show(process)
    process.start()
    show(process, multiprocessing.current_process(), multiprocessing.active_children())
    process.terminate()
    process.join()
    show(process)
    process.close()
    show(process)
    process = multiprocessing.Process(target=sys.exit, args=(3,), name='leaves')
    process.start()
    process.join()
    show(process)
    lock, rlock = multiprocessing.Lock(), multiprocessing.RLock()
    show(lock, rlock, multiprocessing.Semaphore(2), multiprocessing.BoundedSemaphore(3))
    with lock, rlock, rlock:
        show(lock, rlock)
    show(multiprocessing.Condition(), multiprocessing.Event(), multiprocessing.Barrier(2))
    show(multiprocessing.Value('i', 3), multiprocessing.Array('d', [1, 2]), multiprocessing.RawValue('d', 2.5))
    show(multiprocessing.Value('c', b'a'), multiprocessing.Array('c', b'abc'), multiprocessing.RawArray('i', 3))
    show(multiprocessing.Queue(), multiprocessing.SimpleQueue(), multiprocessing.JoinableQueue(), multiprocessing.Pipe())
    show(multiprocessing.get_context(), multiprocessing.get_context('spawn'), multiprocessing.get_start_method(),
         multiprocessing.get_all_start_methods())
    with multiprocessing.Pool(2) as pool:
        show(pool, pool.map_async(abs, [1]), pool.imap(abs, []))
    show(pool)
