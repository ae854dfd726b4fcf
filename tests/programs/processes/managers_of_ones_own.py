from multiprocessing.managers import BaseManager, NamespaceProxy


class Counter:
    def __init__(self, start=0):
        self.value = start
        self._secret = 1

    def add(self, n=1):
        self.value += n
        return self.value

    def fail(self):
        raise ValueError('in the manager')

    def _hidden(self):
        return 'hidden'


class CounterProxy(NamespaceProxy):
    _exposed_ = ('__getattribute__', 'add')

    def add(self, n=1):
        return self._callmethod('add', (n,))


class MyManager(BaseManager):
    pass


shared = {'a': 1}
MyManager.register('Counter', Counter)
MyManager.register('Open', Counter, CounterProxy)
MyManager.register('get_shared', callable=lambda: shared)

if __name__ == '__main__':
    with MyManager() as manager:
        counter = manager.Counter(5)
        print(counter.add(), counter.add(10), type(counter).__name__)
        for name in ('fail', '_hidden'):
            try:
                print(getattr(counter, name)())
            except Exception as error:
                print(type(error).__name__, error)
        print(manager.Open(3).value, manager.Open().add(4))
        manager.get_shared().update(b=2)
        print(manager.get_shared(), shared)
    try:
        MyManager().Counter()
    except AssertionError as error:
        print(error)
