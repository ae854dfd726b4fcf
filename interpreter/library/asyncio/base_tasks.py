"""How a task is shown, and the frames of its coroutine."""

import reprlib

from . import base_futures, coroutines


def _task_repr_info(task):
    info = base_futures._future_repr_info(task)
    if task.cancelling() and not task.done():
        info[0] = 'cancelling'  # the state alone would say pending
    about = [f'name={task.get_name()!r}']
    if task._coro:
        about.append(f'coro=<{coroutines._format_coroutine(task._coro)}>')
    if task._fut_waiter is not None:
        about.append(f'wait_for={task._fut_waiter!r}')
    return info[:1] + about + info[1:]


@reprlib.recursive_repr()
def _task_repr(task):
    return f'<{type(task).__name__} {" ".join(_task_repr_info(task))}>'


def _stack_of_coroutine(coro, limit):
    frames = []
    frame = coroutines._attribute(coro, 'frame')
    while frame is not None and (limit is None or len(frames) < limit):
        frames.append(frame)
        frame = frame.f_back
    frames.reverse()
    return frames


def _task_get_stack(task, limit):
    if coroutines._attribute(task._coro, 'frame') is not None:
        return _stack_of_coroutine(task._coro, limit)
    frames = []
    traceback = task._exception.__traceback__ if task._exception is not None else None
    while traceback is not None and (limit is None or len(frames) < limit):
        frames.append(traceback.tb_frame)
        traceback = traceback.tb_next
    return frames


def _task_print_stack(task, limit, file):
    import linecache
    import traceback
    extracted = []
    for frame in task.get_stack(limit=limit):
        code = frame.f_code
        linecache.checkcache(code.co_filename)
        line = linecache.getline(code.co_filename, frame.f_lineno, frame.f_globals)
        extracted.append((code.co_filename, frame.f_lineno, code.co_name, line))
    exception = task._exception
    if not extracted:
        print(f'No stack for {task!r}', file=file)
    elif exception is not None:
        print(f'Traceback for {task!r} (most recent call last):', file=file)
    else:
        print(f'Stack for {task!r} (most recent call last):', file=file)
    traceback.print_list(extracted, file=file)
    if exception is not None:
        for line in traceback.format_exception_only(exception.__class__, exception):
            print(line, file=file, end='')
