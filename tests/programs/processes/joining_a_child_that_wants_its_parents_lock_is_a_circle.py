# not-python
# exit: 3
# stderr-contains: These threads wait for each other in a circle:
# stderr-contains: 4242 MainProcess waits for 4243 Process-1 to end
# stderr-contains: 4243 Process-1 wants Lock between processes, which 4242 MainProcess holds
import multiprocessing


def work(lock):
    with lock:
        print('never')


if __name__ == '__main__':
    lock = multiprocessing.Lock()
    process = multiprocessing.Process(target=work, args=(lock,))
    with lock:
        process.start()
        process.join()
# output:
