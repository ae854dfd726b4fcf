# not-python
# exit: 3
# stderr-contains: 4243 Process-1: waits for Event between processes
# stderr-contains: 4244 Process-2: waits for Barrier between processes
# stderr-contains: 4245 Process-3: waits for Condition between processes
# stderr-contains: wants Lock between processes, which 4242 MainProcess holds
# stderr-contains: taken at processes/verdicts_name_what_processes_wait_for.py:25: with lock:
import multiprocessing


def wait_for(condition):
    with condition:
        condition.wait()


def take(lock):
    with lock:
        print('never')


if __name__ == '__main__':
    lock = multiprocessing.Lock()
    jobs = [(multiprocessing.Event().wait,), (multiprocessing.Barrier(2).wait,), (wait_for, multiprocessing.Condition()), (take, lock)]
    processes = [multiprocessing.Process(target=target, args=arguments) for target, *arguments in jobs]
    with lock:
        for process in processes:
            process.start()
        for process in processes:
            process.join()
# output:
