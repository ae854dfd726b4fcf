"""The interface of the third-party module `threadpool`: requests go in, worker threads run them, poll() delivers.

Results are given to their callbacks by the thread that calls poll() or wait(), not by the workers.
"""

import queue
import sys
import threading

__all__ = ['makeRequests', 'NoResultsPending', 'NoWorkersAvailable', 'ThreadPool', 'WorkRequest', 'WorkerThread']


class NoResultsPending(Exception):
    """All work requests have been processed."""


class NoWorkersAvailable(Exception):
    """No worker threads available to process remaining requests."""


def _handle_thread_exception(request, exc_info):
    import traceback
    traceback.print_exception(*exc_info)


class WorkRequest:
    def __init__(self, callable_, args=None, kwds=None, requestID=None, callback=None,
                 exc_callback=_handle_thread_exception):
        if requestID is None:
            self.requestID = id(self)
        else:
            try:
                self.requestID = hash(requestID)
            except TypeError:
                raise TypeError("requestID must be hashable.")
        self.exception = False
        self.callback = callback
        self.exc_callback = exc_callback
        self.callable = callable_
        self.args = args or []
        self.kwds = kwds or {}

    def __str__(self):
        return "<WorkRequest id=%s args=%r kwargs=%r exception=%s>" % (
            self.requestID, self.args, self.kwds, self.exception)


def makeRequests(callable_, args_list, callback=None, exc_callback=_handle_thread_exception):
    """One request for each item: a tuple is (arguments, keyword arguments), anything else the only argument."""
    requests = []
    for item in args_list:
        args, kwds = (item[0], item[1]) if isinstance(item, tuple) else ([item], None)
        requests.append(WorkRequest(callable_, args, kwds, callback=callback, exc_callback=exc_callback))
    return requests


class WorkerThread(threading.Thread):
    """A daemon that starts at once and looks every `poll_timeout` seconds whether it has been dismissed."""

    def __init__(self, requests_queue, results_queue, poll_timeout=5, **kwds):
        threading.Thread.__init__(self, **kwds)
        self.daemon = True
        self._requests_queue = requests_queue
        self._results_queue = results_queue
        self._poll_timeout = poll_timeout
        self._dismissed = threading.Event()
        self.start()

    def run(self):
        while not self._dismissed.is_set():
            try:
                request = self._requests_queue.get(True, self._poll_timeout)
            except queue.Empty:
                continue
            if self._dismissed.is_set():
                self._requests_queue.put(request)  # somebody else's now
                return
            try:
                result = request.callable(*request.args, **request.kwds)
            except:
                request.exception = True
                result = sys.exc_info()
            self._results_queue.put((request, result))

    def dismiss(self):
        self._dismissed.set()


class ThreadPool:
    def __init__(self, num_workers, q_size=0, resq_size=0, poll_timeout=5):
        self._requests_queue = queue.Queue(q_size)
        self._results_queue = queue.Queue(resq_size)
        self.workers = []
        self.dismissedWorkers = []
        self.workRequests = {}
        self.createWorkers(num_workers, poll_timeout)

    def createWorkers(self, num_workers, poll_timeout=5):
        for _ in range(num_workers):
            self.workers.append(WorkerThread(self._requests_queue, self._results_queue, poll_timeout=poll_timeout))

    def dismissWorkers(self, num_workers, do_join=False):
        dismissed = []
        for _ in range(min(num_workers, len(self.workers))):
            worker = self.workers.pop()
            worker.dismiss()
            dismissed.append(worker)
        if do_join:
            for worker in dismissed:
                worker.join()
        else:
            self.dismissedWorkers.extend(dismissed)

    def joinAllDismissedWorkers(self):
        for worker in self.dismissedWorkers:
            worker.join()
        self.dismissedWorkers = []

    def putRequest(self, request, block=True, timeout=None):
        assert isinstance(request, WorkRequest)
        # A request may be put in again only when it has not failed.
        assert not getattr(request, 'exception', None)
        self._requests_queue.put(request, block, timeout)
        self.workRequests[request.requestID] = request

    def poll(self, block=False):
        """Delivers results until there are none; with `block`, until all requests are answered."""
        while True:
            if not self.workRequests:
                raise NoResultsPending
            if block and not self.workers:
                raise NoWorkersAvailable
            try:
                request, result = self._results_queue.get(block=block)
            except queue.Empty:
                return
            self._deliver(request, result)

    def _deliver(self, request, result):
        failed = request.exception and request.exc_callback
        if failed:
            request.exc_callback(request, result)
        elif request.callback:
            request.callback(request, result)
        del self.workRequests[request.requestID]

    def wait(self):
        while True:
            try:
                self.poll(True)
            except NoResultsPending:
                return
