import multiprocessing


def inner(number):
    return 1 / number


def raises():
    inner(0)


class Worker(multiprocessing.Process):
    def run(self):
        raise KeyError('no such key')


if __name__ == '__main__':
    for process in (multiprocessing.Process(target=raises), Worker(name='mine'), multiprocessing.Process(target=5)):
        process.start()
        process.join()
        print(process.name, process.exitcode)
