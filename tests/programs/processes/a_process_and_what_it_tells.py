import multiprocessing
import os


def work(number):
    me = multiprocessing.current_process()
    print('child', me.name, me.daemon, number, multiprocessing.parent_process().name, me.pid == os.getpid(),
          os.getppid() == multiprocessing.parent_process().pid, multiprocessing.parent_process().is_alive())


class Worker(multiprocessing.Process):
    def __init__(self, word):
        super().__init__(name='worker-' + word)
        self.word = word

    def run(self):
        print('subclass', self.name, self.word)


if __name__ == '__main__':
    print(multiprocessing.current_process().name, multiprocessing.parent_process(), multiprocessing.active_children())
    process = multiprocessing.Process(target=work, args=(1,))
    print(process.name, process.pid, process.ident, process.exitcode, process.is_alive(), process.daemon)
    process.start()
    print(process.is_alive() in (True, False), process.pid == process.ident, process.exitcode in (None, 0), flush=True)
    process.join()
    print(process.is_alive(), process.exitcode, multiprocessing.active_children(), flush=True)
    second = multiprocessing.Process(target=work, kwargs={'number': 2}, name='second', daemon=True)
    second.start()
    second.join()
    third = Worker('three')
    third.start()
    third.join()
    print(third.exitcode, third.name, [multiprocessing.Process().name for _ in range(2)])
    print(multiprocessing.current_process().is_alive(), len(multiprocessing.current_process().authkey))
