"""assertLogs and assertNoLogs: what loggers are told inside a block. As CPython's, it shows in tracebacks of failures."""

import collections
import logging

from .expected import Expectation

_Watched = collections.namedtuple('_LoggingWatcher', ['records', 'output'])


class _Capture(logging.Handler):
    def __init__(self):
        super().__init__()
        self.watcher = _Watched([], [])

    def flush(self):
        pass

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class Logs(Expectation):
    LOGGING_FORMAT = '%(levelname)s:%(name)s:%(message)s'

    def __init__(self, test_case, logger_name, level):
        super().__init__(test_case)
        self.logger_name = logger_name
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO

    def __enter__(self):
        logger = self.logger_name
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        handler = _Capture()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        self.watcher = handler.watcher
        self._before = self.logger.handlers[:], self.logger.level, self.logger.propagate
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return self._entered()

    def _entered(self):
        return self.watcher

    def __exit__(self, exc_type, exc_value, tb):
        self.logger.handlers, level, self.logger.propagate = self._before
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if not self._holds():
            self._fail(self._complaint())

    def _holds(self):
        return bool(self.watcher.records)

    def _complaint(self):
        return 'no logs of level {} or higher triggered on {}'.format(logging.getLevelName(self.level), self.logger.name)


class NoLogs(Logs):
    def _entered(self):
        return None

    def _holds(self):
        return not self.watcher.records

    def _complaint(self):
        return 'Unexpected logs found: {!r}'.format(self.watcher.output)
