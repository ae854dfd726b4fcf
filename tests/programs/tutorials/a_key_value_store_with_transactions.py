import collections
import collections.abc
import contextlib
import copy
import json
import os
import tempfile
import threading


class ReadWriteLock:
    """Many readers or one writer; writers go first."""

    def __init__(self):
        self._changed = threading.Condition()
        self._readers = self._waiting = 0
        self._writing = False

    @contextlib.contextmanager
    def reading(self):
        with self._changed:
            while self._writing or self._waiting:
                self._changed.wait()
            self._readers += 1
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    @contextlib.contextmanager
    def writing(self):
        with self._changed:
            self._waiting += 1
            self._changed.wait_for(lambda: not self._writing and not self._readers)
            self._waiting -= 1
            self._writing = True
        try:
            yield
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()


class Store(collections.abc.MutableMapping):
    def __init__(self, path):
        self.path, self.lock, self.data, self.journal = path, ReadWriteLock(), {}, collections.deque(maxlen=3)

    def __getitem__(self, key):
        with self.lock.reading():
            return self.data[key]

    def __setitem__(self, key, value):
        with self.lock.writing():
            self.data[key] = value
            self.journal.append(('set', key))

    def __delitem__(self, key):
        with self.lock.writing():
            del self.data[key]
            self.journal.append(('del', key))

    def __iter__(self):
        with self.lock.reading():
            return iter(sorted(self.data))

    def __len__(self):
        return len(self.data)

    def __missing__(self, key):
        return None

    @contextlib.contextmanager
    def transaction(self):
        with self.lock.writing():
            draft = copy.deepcopy(self.data)
            yield draft
            self.data = draft

    def save(self):
        with self.lock.reading(), open(self.path, 'w', encoding='utf-8') as file:
            json.dump(self.data, file, sort_keys=True)

    def load(self):
        with open(self.path, encoding='utf-8') as file:
            self.data = json.load(file)


with tempfile.TemporaryDirectory() as folder:
    store = Store(os.path.join(folder, 'store.json'))
    store.update(a=1, b=[1, 2], c='x')
    print(dict(store), len(store), 'a' in store, store.get('z'), store.pop('c'), store.setdefault('d', 4), list(store.items()))
    try:
        store['nope']
    except KeyError as error:
        print('KeyError', error)
    try:
        with store.transaction() as draft:
            draft['a'] = 100
            draft['b'].append(3)
            raise RuntimeError('rolled back')
    except RuntimeError as error:
        print(error, store['a'], store['b'])
    with store.transaction() as draft:
        draft['a'] += 10
    print(store['a'], list(store.journal))

    def bump():
        for _ in range(50):
            with store.transaction() as draft:
                draft['n'] = draft.get('n', 0) + 1

    threads = [threading.Thread(target=bump) for _ in range(4)]
    readers = [threading.Thread(target=lambda: [store.get('n') for _ in range(50)]) for _ in range(3)]
    for thread in threads + readers:
        thread.start()
    for thread in threads + readers:
        thread.join()
    print(store['n'])
    store.save()
    print(open(store.path).read(), sorted(os.listdir(folder)), os.path.getsize(store.path))
    other = Store(store.path)
    other.load()
    print(other == store, other.data == store.data, isinstance(store, collections.abc.Mapping))
print(os.path.exists(folder))
layers = collections.ChainMap({'color': 'red'}, {'color': 'blue', 'size': 5})
print(layers['color'], layers['size'], dict(layers.new_child({'size': 6})), layers.parents['color'])
