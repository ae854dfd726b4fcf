import queue
import threading

class Pool:
    def __init__(self, size):
        self.tasks = queue.Queue()
        self.workers = [threading.Thread(target=self.work, name=f"worker-{n}", daemon=True) for n in range(size)]
        for worker in self.workers:
            worker.start()

    def work(self):
        while True:
            function, arguments, done = self.tasks.get()
            try:
                done(function(*arguments), None)
            except Exception as error:
                done(None, error)
            finally:
                self.tasks.task_done()

    def map(self, function, items):
        results = [None] * len(items)
        for index, item in enumerate(items):
            def done(result, error, index=index):
                results[index] = error or result
            self.tasks.put((function, (item,), done))
        self.tasks.join()
        return results

pool = Pool(3)
print(pool.map(lambda x: 10 // x, [1, 2, 0, 5]))
print(pool.map(str.upper, ["a", "b"]), {w.name for w in pool.workers})
