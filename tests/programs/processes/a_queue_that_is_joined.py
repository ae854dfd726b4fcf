import multiprocessing


def worker(tasks, results):
    while True:
        task = tasks.get()
        if task is None:
            tasks.task_done()
            return
        results.put(task * task)
        tasks.task_done()


if __name__ == '__main__':
    tasks, results = multiprocessing.JoinableQueue(), multiprocessing.Queue()
    workers = [multiprocessing.Process(target=worker, args=(tasks, results)) for _ in range(3)]
    for process in workers:
        process.start()
    for number in range(10):
        tasks.put(number)
    for _ in workers:
        tasks.put(None)
    tasks.join()
    print(sorted(results.get() for _ in range(10)))
    for process in workers:
        process.join()
    try:
        tasks.task_done()
    except ValueError as error:
        print(error)
