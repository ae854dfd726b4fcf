# The third-party module threadpool, which CPython does not bring: checked by assertions.
try:
    import threadpool
except ImportError:
    threadpool = None

results = []


def double(text):
    if text == 'bad':
        raise ValueError(text)
    return text * 2


def check():
    pool = threadpool.ThreadPool(3, poll_timeout=0.05)
    items = ['aa', 'bb', (['cc'], {}), 'bad']
    for request in threadpool.makeRequests(
            double, items, lambda request, result: results.append(result),
            lambda request, exc_info: results.append(exc_info[0].__name__)):
        pool.putRequest(request)
    pool.wait()
    assert sorted(results) == ['ValueError', 'aaaa', 'bbbb', 'cccc'], results
    try:
        pool.poll()
        assert False
    except threadpool.NoResultsPending:
        pass
    pool.dismissWorkers(3, do_join=True)
    request = threadpool.WorkRequest(double, ['x'], requestID='name')
    assert str(request) == "<WorkRequest id=%s args=['x'] kwargs={} exception=False>" % hash('name'), str(request)
    pool.putRequest(request)
    try:
        pool.wait()
        assert False
    except threadpool.NoWorkersAvailable:
        pass


if threadpool:
    check()
print('checked')
