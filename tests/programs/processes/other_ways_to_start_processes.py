import multiprocessing
import os
import sys

NUMBERS = []
if __name__ == '__main__':
    NUMBERS.append('only in the main program')


def work(results, number):
    me = multiprocessing.current_process()
    results.put((me.name, number, NUMBERS, __name__, multiprocessing.get_start_method(), sys.argv[1:],
                 multiprocessing.parent_process().name))


def talk(connection):
    connection.send(connection.recv() + 1)


def add(counter, event, barrier):
    event.wait()
    with counter.get_lock():
        counter.value += 1
    barrier.wait()


def fails():
    raise ValueError('in the child')


def try_each(method):
    context = multiprocessing.get_context(method)
    results = context.Queue()
    process = context.Process(target=work, args=(results, 5))
    process.start()
    print(results.get())
    process.join()
    ours, theirs = context.Pipe()
    process = context.Process(target=talk, args=(theirs,))
    process.start()
    ours.send(1)
    print(ours.recv())
    process.join()
    counter, event, barrier = context.Value('i', 0), context.Event(), context.Barrier(3)
    processes = [context.Process(target=add, args=(counter, event, barrier)) for _ in range(2)]
    for process in processes:
        process.start()
    event.set()
    barrier.wait()
    for process in processes:
        process.join()
    print(counter.value, [process.exitcode for process in processes])
    for target, args in ((sys.exit, (3,)), (fails, ())):
        process = context.Process(target=target, args=args)
        process.start()
        process.join()
        print(process.exitcode)
    process = context.Process(target=sys.exit, daemon=True)
    process.start()
    process.terminate()
    process.join()
    print(process.exitcode in (0, -15))
    with context.Pool(2) as pool:
        print(pool.map(abs, range(-3, 0)), pool._pool[0].name.partition('-')[0])
    if method != 'fork':
        try:
            context.Process(target=lambda: 1).start()
        except Exception as error:
            print(type(error).__name__, str(error).split(' at 0x')[0])


if __name__ == '__main__':
    for method in multiprocessing.get_all_start_methods():
        print(method)
        sys.stdout.flush()
        try_each(method)
