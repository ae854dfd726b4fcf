"""High-level support for working with threads in asyncio."""

__all__ = "to_thread",

from _contextvars import copy_context
from _functools import partial

from . import events


async def to_thread(func, /, *args, **kwargs):
    """Asynchronously run function *func* in a separate thread, in a copy of the current context."""
    loop = events.get_running_loop()
    call = partial(copy_context().run, func, *args, **kwargs)
    return await loop.run_in_executor(None, call)
