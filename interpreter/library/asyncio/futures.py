"""Futures, and what connects them with those of concurrent.futures."""

__all__ = 'Future', 'wrap_future', 'isfuture'

from _asyncio import Future
from _spending import pay as _pay

from . import base_futures, events, exceptions

isfuture = base_futures.isfuture

# Nanoseconds that CPython takes beyond our own code: connecting two futures; then waking the loop, for which it sends an octet
# through a socket, and reading that there. A run_in_executor takes 97 us.
_CONNECTING, _WAKING, _BEING_WOKEN = 8000, 5000, 6000


def _get_loop(future):
    try:
        return future.get_loop()
    except AttributeError:
        return future._loop


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _convert_exception(exception):
    """An exception of concurrent.futures as asyncio's own."""
    from concurrent.futures import CancelledError, InvalidStateError
    if type(exception) is CancelledError:
        return exceptions.CancelledError(*exception.args)
    if type(exception) is InvalidStateError:
        return exceptions.InvalidStateError(*exception.args)
    return exception


def _tell_concurrent(concurrent, source):
    """The concurrent future ends as `source` did."""
    if source.cancelled():
        concurrent.cancel()
    if not concurrent.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is not None:
        concurrent.set_exception(_convert_exception(exception))
    else:
        concurrent.set_result(source.result())


def _copy_future_state(source, dest):
    """The asyncio future ends as `source`, of any kind, did."""
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is not None:
        dest.set_exception(_convert_exception(exception))
    else:
        dest.set_result(source.result())


def _chain_future(source, destination):
    """Each of the two ends, or is cancelled, when the other is. The loop of either is told in its own thread."""
    import concurrent.futures
    for future in source, destination:
        if not isfuture(future) and not isinstance(future, concurrent.futures.Future):
            raise TypeError(f'A future is required for {"source" if future is source else "destination"} argument')
    source_loop = _get_loop(source) if isfuture(source) else None
    dest_loop = _get_loop(destination) if isfuture(destination) else None

    def _set_state(future, other):
        _pay(_BEING_WOKEN)
        if isfuture(future):
            _copy_future_state(other, future)
        else:
            _tell_concurrent(future, other)

    def _call_check_cancel(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is dest_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if destination.cancelled() and dest_loop is not None and dest_loop.is_closed():
            return
        if dest_loop is None or dest_loop is source_loop:
            _set_state(destination, source)
        else:
            _pay(_WAKING)
            dest_loop.call_soon_threadsafe(_set_state, destination, source)

    _pay(_CONNECTING)
    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    """Wrap concurrent.futures.Future object."""
    if isfuture(future):
        return future
    import concurrent.futures
    assert isinstance(future, concurrent.futures.Future), f'concurrent.futures.Future is expected, got {future!r}'
    if loop is None:
        loop = events._get_event_loop()
    new_future = loop.create_future()
    _chain_future(future, new_future)
    return new_future
