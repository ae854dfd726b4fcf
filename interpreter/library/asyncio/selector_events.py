"""The loop that waits for files and sockets; for now it waits for timers and other threads only, which it has from
`_asyncio.EventLoop`."""

__all__ = 'BaseSelectorEventLoop',

from . import base_events


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        super().close()
