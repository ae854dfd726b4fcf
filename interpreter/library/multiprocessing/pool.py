"""Pools of workers, processes or threads, and results that come later.

Three threads serve a pool: one replaces workers that have ended, one hands tasks to them, one takes what they return.
A task is (job, place in the job, function, arguments, keyword arguments); what comes back (job, place, (succeeded, value)).
"""

import collections
import itertools
import os
import queue
import threading
import time
import warnings
from traceback import format_exception

from . import TimeoutError, get_context, util
from ._system import (PAGES_OF_CHUNK_ITEMS, PAGES_OF_MAPPED_ITEMS, PAGES_OF_POOL_END, PAGES_OF_POOL_PROCESS,
                      PAGES_OF_POOL_QUEUES, PAGES_OF_POOL_THREADS, PAGES_OF_POOL_WORKER, PAGES_OF_RESULTS, MemoryAfterFork,
                      copy_pages)

__all__ = ['Pool', 'ThreadPool']

INIT, RUN, CLOSE, TERMINATE = 'INIT', 'RUN', 'CLOSE', 'TERMINATE'

job_counter = itertools.count()


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))


# --- exceptions on their way back ------------------------------------------------------------------------------------


class RemoteTraceback(Exception):
    """The cause of an exception that a worker has raised: the text of its traceback there."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    """Is unpickled as the exception, with its traceback as cause."""

    def __init__(self, exc, tb):
        self.exc = exc
        self.tb = '\n"""\n%s"""' % ''.join(format_exception(type(exc), exc, tb))

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    """A result that cannot be pickled."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, self)


def _helper_reraises_exception(ex):
    """A task that stands for an iterable that has raised."""
    raise ex


# --- workers ---------------------------------------------------------------------------------------------------------


def worker(inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False):
    if maxtasks is not None and not (isinstance(maxtasks, int) and maxtasks >= 1):
        raise AssertionError("Maxtasks {!r} is not valid".format(maxtasks))
    put = outqueue.put
    get = inqueue.get
    memory = result_memory = None
    if hasattr(inqueue, '_writer'):
        # The ends that only the pool uses; with threads they are shared.
        inqueue._writer.close()
        outqueue._reader.close()
        copy_pages(PAGES_OF_POOL_WORKER)
        memory = MemoryAfterFork(PAGES_OF_CHUNK_ITEMS)
        result_memory = MemoryAfterFork(PAGES_OF_RESULTS)
    if initializer is not None:
        initializer(*initargs)

    completed = 0
    while maxtasks is None or completed < maxtasks:
        try:
            task = get()
        except (EOFError, OSError):
            util.debug('worker got EOFError or OSError -- exiting')
            break
        if task is None:
            util.debug('worker got sentinel -- exiting')
            break
        job, i, func, args, kwds = task
        maps = memory and func in (mapstar, starmapstar)
        if maps:
            memory.hold(len(args[0][1]))
        try:
            result = (True, func(*args, **kwds))
            if maps:
                result_memory.hold_results(result[1], len(result[1]))
        except Exception as error:
            if wrap_exception and func is not _helper_reraises_exception:
                error = ExceptionWithTraceback(error, error.__traceback__)
            result = (False, error)
        try:
            put((job, i, result))
        except Exception as error:
            wrapped = MaybeEncodingError(error, result[1])
            util.debug("Possible encoding error while sending result: %s", wrapped)
            put((job, i, (False, wrapped)))
        task = job = result = func = args = kwds = None  # nothing is kept alive while the worker waits
        completed += 1
    util.debug('worker exiting after %d tasks' % completed)


class _PoolCache(dict):
    """Results that are still to come, by job. When the last has come, the one who looks after the workers is told."""

    def __init__(self, /, *args, notifier=None, **kwds):
        self.notifier = notifier
        super().__init__(*args, **kwds)

    def __delitem__(self, job):
        super().__delitem__(job)
        if not self:
            self.notifier.put(None)


# --- the pool --------------------------------------------------------------------------------------------------------


class Pool:
    _wrap_exception = True
    _memory = _result_memory = None  # of pools of threads: no fork has to do with them

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._pool = []
        self._state = INIT
        self._ctx = context or get_context()
        self._setup_queues()
        self._taskqueue = queue.SimpleQueue()
        self._change_notifier = self._make_notifier()
        self._cache = _PoolCache(notifier=self._change_notifier)
        self._maxtasksperchild = maxtasksperchild
        self._initializer = initializer
        self._initargs = initargs
        self._check_arguments(processes)
        self._processes = (os.cpu_count() or 1) if processes is None else processes
        try:
            self._repopulate_pool()
        except Exception:
            self._end_workers()
            raise
        self._start_handlers()
        self._state = RUN

    def _check_arguments(self, processes):
        if processes is not None and processes < 1:
            raise ValueError("Number of processes must be at least 1")
        maxtasks = self._maxtasksperchild
        if maxtasks is not None and (not isinstance(maxtasks, int) or maxtasks <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if self._initializer is not None and not callable(self._initializer):
            raise TypeError('initializer must be a callable')

    def _end_workers(self):
        for process in self._pool:
            if process.exitcode is None:
                process.terminate()
        for process in self._pool:
            process.join()

    def _start_handlers(self):
        copy_pages(PAGES_OF_POOL_THREADS)
        self._worker_handler = self._start_handler(Pool._handle_workers, self._handled())
        self._task_handler = self._start_handler(
            Pool._handle_tasks, (self._taskqueue, self._quick_put, self._outqueue, self._pool, self._cache))
        self._result_handler = self._start_handler(
            Pool._handle_results, (self._outqueue, self._quick_get, self._cache))
        self._terminate = util.Finalize(
            self, self._terminate_pool, exitpriority=15,
            args=(self._taskqueue, self._inqueue, self._outqueue, self._pool, self._change_notifier,
                  self._worker_handler, self._task_handler, self._result_handler, self._cache))

    @staticmethod
    def _start_handler(target, args):
        handler = threading.Thread(target=target, args=args)
        handler.daemon = True
        handler._state = RUN
        handler.start()
        return handler

    def _handled(self):
        """What the thread that looks after the workers is given: not the pool, which may go before it."""
        return (self._cache, self._taskqueue, self._outqueue, self._change_notifier, self._pool, self._wait_for_updates,
                _Recipe(type(self), self._ctx, self._processes, self._inqueue, self._outqueue, self._initializer,
                        self._initargs, self._maxtasksperchild, self._wrap_exception))

    def _recipe(self):
        return self._handled()[-1]

    def _repopulate_pool(self):
        self._recipe().repopulate(self._pool)

    def _setup_queues(self):
        copy_pages(PAGES_OF_POOL_QUEUES)
        self._memory = MemoryAfterFork(PAGES_OF_MAPPED_ITEMS)
        self._result_memory = MemoryAfterFork(PAGES_OF_RESULTS)
        self._inqueue = self._ctx.SimpleQueue()
        self._outqueue = self._ctx.SimpleQueue()
        # Only one thread of this process uses these ends: they need no locks.
        self._quick_put = self._inqueue._writer.send
        self._quick_get = self._outqueue._reader.recv

    def _make_notifier(self):
        return self._ctx.SimpleQueue()

    @staticmethod
    def _wait_for_updates(pool, results, notifier):
        """Until a worker has ended or somebody has put something into the notifier; or (in CPython, too) there is a result,
        so that this thread goes round and round until the other one has read it."""
        from .connection import wait
        wait([*(process.sentinel for process in pool), results._reader, notifier._reader])
        while not notifier.empty():
            notifier.get()

    def __del__(self, _warn=warnings.warn, RUN=RUN):
        if self._state == RUN:
            _warn(f"unclosed running multiprocessing pool {self!r}", ResourceWarning, source=self)
            if getattr(self, '_change_notifier', None) is not None:
                self._change_notifier.put(None)

    def __repr__(self):
        kind = type(self)
        return f'<{kind.__module__}.{kind.__qualname__} state={self._state} pool_size={len(self._pool)}>'

    def __reduce__(self):
        raise NotImplementedError('pool objects cannot be passed between processes or pickled')

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    # --- giving work

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._taskqueue.put(([(result._job, 0, func, args, kwds)], None))
        return result

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, '__len__'):
            iterable = list(iterable)
        if chunksize is None:
            # Four chunks a worker: few enough to be cheap, enough to even out.
            chunksize = -(-len(iterable) // (len(self._pool) * 4))
        if not iterable:
            chunksize = 0
        if self._memory:
            self._memory.hold(len(iterable))
        result = MapResult(self, chunksize, len(iterable), callback, error_callback=error_callback)
        batches = Pool._get_tasks(func, iterable, chunksize)
        self._taskqueue.put((self._guarded_task_generation(result._job, mapper, batches), None))
        return result

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize == 1:
            result = kind(self)
            tasks = self._guarded_task_generation(result._job, func, iterable)
            self._taskqueue.put((tasks, result._set_length))
            return result
        if chunksize < 1:
            raise ValueError("Chunksize must be 1+, not {0:n}".format(chunksize))
        batches = Pool._get_tasks(func, iterable, chunksize)
        result = kind(self)
        tasks = self._guarded_task_generation(result._job, mapstar, batches)
        self._taskqueue.put((tasks, result._set_length))
        return (item for chunk in result for item in chunk)

    @staticmethod
    def _get_tasks(func, it, size):
        it = iter(it)
        while batch := tuple(itertools.islice(it, size)):
            yield func, batch

    @staticmethod
    def _guarded_task_generation(job, func, iterable):
        """The tasks of a job; that the iterable raises becomes the last of them."""
        i = -1
        try:
            for i, x in enumerate(iterable):
                yield job, i, func, (x,), {}
        except Exception as error:
            yield job, i + 1, _helper_reraises_exception, (error,), {}

    # --- the threads

    @staticmethod
    def _handle_workers(cache, taskqueue, results, notifier, pool, wait_for_updates, recipe):
        thread = threading.current_thread()
        # A closed pool still needs its workers for what has been asked for.
        while thread._state == RUN or (cache and thread._state != TERMINATE):
            if recipe.remove_ended(pool):
                recipe.repopulate(pool)
            wait_for_updates(pool, results, notifier)
        taskqueue.put(None)
        util.debug('worker handler exiting')

    @staticmethod
    def _handle_tasks(taskqueue, put, outqueue, pool, cache):
        thread = threading.current_thread()
        for tasks, set_length in iter(taskqueue.get, None):
            task = None
            try:
                for task in tasks:
                    if thread._state != RUN:
                        util.debug('task handler found thread._state != RUN')
                        break
                    _put_or_fail(task, put, cache)
                else:
                    if set_length:
                        util.debug('doing set_length()')
                        set_length(task[1] + 1 if task else 0)
                    continue
                break
            finally:
                task = tasks = None
        else:
            util.debug('task handler got sentinel')
        try:
            # The results' thread is told by the way that results take, after all of them.
            util.debug('task handler sending sentinel to result handler')
            outqueue.put(None)
            util.debug('task handler sending sentinel to workers')
            for _ in pool:
                put(None)
        except OSError:
            util.debug('task handler got OSError when sending sentinels')
        util.debug('task handler exiting')

    @staticmethod
    def _handle_results(outqueue, get, cache):
        thread = threading.current_thread()
        while True:
            try:
                task = get()
            except (OSError, EOFError):
                util.debug('result handler got EOFError/OSError -- exiting')
                return
            if thread._state != RUN:
                assert thread._state == TERMINATE, "Thread not in TERMINATE"
                util.debug('result handler found thread._state=TERMINATE')
                break
            if task is None:
                util.debug('result handler got sentinel')
                break
            _deliver(task, cache)
            task = None
        while cache and thread._state != TERMINATE:
            try:
                task = get()
            except (OSError, EOFError):
                util.debug('result handler got EOFError/OSError -- exiting')
                return
            if task is None:
                util.debug('result handler ignoring extra sentinel')
                continue
            _deliver(task, cache)
            task = None
        if hasattr(outqueue, '_reader'):
            # Workers that wait for room in the pipe are let go on, so that nobody waits for them.
            util.debug('ensuring that outqueue is not full')
            try:
                for _ in range(10):
                    if not outqueue._reader.poll():
                        break
                    get()
            except (OSError, EOFError):
                pass
        util.debug('result handler exiting: len(cache)=%s, thread._state=%s', len(cache), thread._state)

    # --- the end

    def close(self):
        """No more work is taken."""
        util.debug('closing pool')
        if self._state == RUN:
            self._state = CLOSE
            self._worker_handler._state = CLOSE
            self._change_notifier.put(None)

    def terminate(self):
        """Ends the workers, whatever they do."""
        util.debug('terminating pool')
        self._state = TERMINATE
        self._terminate()

    def join(self):
        util.debug('joining pool')
        if self._state == RUN:
            raise ValueError("Pool is still running")
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        copy_pages(PAGES_OF_POOL_END)
        self._worker_handler.join()
        self._task_handler.join()
        self._result_handler.join()
        for process in self._pool:
            process.join()

    @staticmethod
    def _help_stuff_finish(inqueue, task_handler, size):
        # The lock is taken so that no worker holds it when it is ended; and what is in the pipe is read, as the
        # thread that hands out tasks may be waiting for room there.
        util.debug('removing tasks from inqueue until task handler finished')
        inqueue._rlock.acquire()
        while task_handler.is_alive() and inqueue._reader.poll():
            inqueue._reader.recv()
            time.sleep(0)

    @classmethod
    def _terminate_pool(cls, taskqueue, inqueue, outqueue, pool, change_notifier, worker_handler, task_handler,
                        result_handler, cache):
        util.debug('finalizing pool')
        worker_handler._state = TERMINATE
        change_notifier.put(None)
        task_handler._state = TERMINATE
        util.debug('helping task handler/workers to finish')
        cls._help_stuff_finish(inqueue, task_handler, len(pool))
        if not result_handler.is_alive() and len(cache) != 0:
            raise AssertionError("Cannot have cache with result_hander not alive")
        result_handler._state = TERMINATE
        change_notifier.put(None)
        outqueue.put(None)
        # First the one who would replace the workers that are ended next.
        util.debug('joining worker handler')
        _join_other(worker_handler)
        processes = pool and hasattr(pool[0], 'terminate')
        if processes:
            util.debug('terminating workers')
            for process in pool:
                if process.exitcode is None:
                    process.terminate()
        util.debug('joining task handler')
        _join_other(task_handler)
        util.debug('joining result handler')
        _join_other(result_handler)
        if processes:
            util.debug('joining pool workers')
            for process in pool:
                if process.is_alive():
                    util.debug('cleaning up worker %d' % process.pid)
                    process.join()


class _Recipe:
    """How the workers of a pool are made."""

    def __init__(self, kind, ctx, processes, *arguments):
        self.make = kind.Process
        self.ctx = ctx
        self.processes = processes
        self.arguments = arguments

    def repopulate(self, pool):
        for _ in range(self.processes - len(pool)):
            copy_pages(PAGES_OF_POOL_PROCESS)
            process = self.make(self.ctx, target=worker, args=self.arguments)
            process.name = process.name.replace('Process', 'PoolWorker')
            process.daemon = True
            process.start()
            pool.append(process)
            util.debug('added worker')

    def remove_ended(self, pool):
        ended = [i for i, process in enumerate(pool) if process.exitcode is not None]
        for i in reversed(ended):
            util.debug('cleaning up worker %d' % i)
            pool[i].join()
            del pool[i]
        return bool(ended)


def _join_other(thread):
    if threading.current_thread() is not thread:
        thread.join()


def _put_or_fail(task, put, cache):
    try:
        put(task)
    except Exception as error:
        # The task cannot be pickled: that is its result.
        _deliver((*task[:2], (False, error)), cache)


def _deliver(task, cache):
    job, i, result = task
    try:
        cache[job]._set(i, result)
    except KeyError:
        pass


# --- results ---------------------------------------------------------------------------------------------------------


class ApplyResult:
    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._job = next(job_counter)
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError("{0!r} not ready".format(self))
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        else:
            raise self._value

    def _set(self, i, obj):
        self._success, self._value = obj
        callback = self._callback if self._success else self._error_callback
        if callback:
            callback(self._value)
        self._finish()

    def _finish(self):
        self._event.set()
        del self._cache[self._job]
        self._pool = None

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """Of several chunks; the first that fails is the result, which comes when all have come."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        ApplyResult.__init__(self, pool, callback, error_callback=error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        self._arrived = 0
        self._memory = pool._result_memory
        if chunksize <= 0:
            self._number_left = 0
            self._event.set()
            del self._cache[self._job]
        else:
            self._number_left = -(-length // chunksize)

    def _set(self, i, success_result):
        self._number_left -= 1
        success, result = success_result
        if success and self._success:
            self._value[i * self._chunksize:(i + 1) * self._chunksize] = result
            self._arrived += len(result)
            if self._memory:
                self._memory.hold_results(result, self._arrived)
            if self._number_left == 0:
                if self._callback:
                    self._callback(self._value)
                self._finish()
            return
        if not success and self._success:
            self._success = False
            self._value = result
        if self._number_left == 0:
            if self._error_callback:
                self._error_callback(self._value)
            self._finish()


class IMapIterator:
    """Results in the order of their tasks: those that come too early wait in `_unsorted`."""

    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._job = next(job_counter)
        self._cache = pool._cache
        self._items = collections.deque()
        self._index = 0
        self._length = None
        self._unsorted = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                self._check_for_end()
                self._cond.wait(timeout)
                if not self._items:
                    self._check_for_end()
                    raise TimeoutError from None
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _check_for_end(self):
        if self._index == self._length:
            self._pool = None
            raise StopIteration from None

    def _set(self, i, obj):
        with self._cond:
            self._arrange(i, obj)
            if self._index == self._length:
                del self._cache[self._job]
                self._pool = None

    def _arrange(self, i, obj):
        if i != self._index:
            self._unsorted[i] = obj
            return
        self._append(obj)
        while self._index in self._unsorted:
            self._append(self._unsorted.pop(self._index))
        self._cond.notify()

    def _append(self, obj):
        self._items.append(obj)
        self._index += 1

    def _set_length(self, length):
        with self._cond:
            self._length = length
            if self._index == self._length:
                self._cond.notify()
                del self._cache[self._job]
                self._pool = None


class IMapUnorderedIterator(IMapIterator):
    """Results as they come."""

    def _arrange(self, i, obj):
        self._append(obj)
        self._cond.notify()


# --- threads ---------------------------------------------------------------------------------------------------------


class ThreadPool(Pool):
    _wrap_exception = False

    @staticmethod
    def Process(ctx, *args, **kwds):
        from .dummy import Process
        return Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)

    def _setup_queues(self):
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()
        self._quick_put = self._inqueue.put
        self._quick_get = self._outqueue.get

    def _make_notifier(self):
        return queue.SimpleQueue()

    @staticmethod
    def _wait_for_updates(pool, results, notifier):
        notifier.get()
        while not notifier.empty():
            notifier.get()

    @staticmethod
    def _help_stuff_finish(inqueue, task_handler, size):
        # Workers find no more tasks, only that it is over.
        try:
            while True:
                inqueue.get(block=False)
        except queue.Empty:
            pass
        for _ in range(size):
            inqueue.put(None)
