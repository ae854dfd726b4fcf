# Stages in a row, a process each, with a queue between two: numbers are made, squared, and added up.
import multiprocessing

END = 'end'


class Stage(multiprocessing.Process):
    def __init__(self, source, sink):
        super().__init__()
        self.source, self.sink = source, sink

    def run(self):
        for item in iter(self.source.get, END):
            self.sink.put(self.work(item))
        self.sink.put(END)

    def work(self, item):
        raise NotImplementedError


class Square(Stage):
    def work(self, item):
        return item * item


class Negate(Stage):
    def work(self, item):
        return -item


if __name__ == '__main__':
    queues = [multiprocessing.Queue() for _ in range(3)]
    stages = [Square(queues[0], queues[1]), Negate(queues[1], queues[2])]
    for stage in stages:
        stage.start()
    for number in range(20):
        queues[0].put(number)
    queues[0].put(END)
    print(list(iter(queues[2].get, END)))
    for stage in stages:
        stage.join()
    print([(stage.name, stage.exitcode) for stage in stages])
