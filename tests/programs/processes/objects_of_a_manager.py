import multiprocessing


def work(numbers, words, settings, lock, results, n):
    with lock:
        numbers.append(n)
        words[n] = str(n)
        settings.total += n
    results.put(n)


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])


if __name__ == '__main__':
    with multiprocessing.Manager() as manager:
        numbers, words, settings = manager.list(), manager.dict(start='yes'), manager.Namespace(total=0)
        lock, results = manager.Lock(), manager.Queue()
        processes = [multiprocessing.Process(target=work, args=(numbers, words, settings, lock, results, n))
                     for n in range(4)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(sorted(numbers), sorted(words.items(), key=str), settings.total, sorted(results.get() for _ in range(4)))
        numbers[:] = [3, 1, 2]
        numbers.sort()
        numbers.extend([9, 8])
        numbers += [7]
        numbers *= 2
        print(numbers, len(numbers), numbers[1], numbers[1:3], 9 in numbers, list(numbers), numbers.index(9), numbers + [0])
        del words['start']
        words.update(a=1)
        print(words.get('a'), words.get('none', 5), words.pop('a'), len(words), sorted(words), words.keys() == [*words],
              words.copy() == dict(words), 3 in words, words.setdefault('k', []))
        settings.name = 'new'
        print(settings, settings.name, manager.Value('i', 3), manager.Value('d', 2.5).value, manager.Array('i', [1, 2])[1])
        attempt(lambda: words['nothing'])
        attempt(lambda: numbers[99])
        attempt(lambda: settings.nothing)
        attempt(words.update, lambda: 1)
        attempt(numbers.remove, 77)
        nested = manager.list([manager.list([1])])
        nested[0].append(2)
        print(nested[0], repr(nested).split(' at ')[0])
        event, barrier, semaphore = manager.Event(), manager.Barrier(1), manager.Semaphore(1)
        event.set()
        print(event.is_set(), event.wait(1), barrier.wait(), barrier.parties, semaphore.acquire(), semaphore.acquire(False))
        condition, rlock = manager.Condition(), manager.RLock()
        with condition, rlock:
            print(condition.wait(0.01), rlock.acquire())
        with manager.Pool(2) as pool:
            print(pool.map(abs, [-1, -2]))
    print(manager._state.value)
