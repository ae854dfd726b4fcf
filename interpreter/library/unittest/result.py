"""What came of a run of tests, collected."""

import io
import sys
import traceback
from functools import wraps

from . import util

__unittest = True

STDOUT_LINE = '\nStdout:\n%s'
STDERR_LINE = '\nStderr:\n%s'


def failfast(method):
    @wraps(method)
    def stopping(self, *args, **kwargs):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kwargs)
    return stopping


class TestResult:
    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = self.shouldStop = self.buffer = self.tb_locals = self._mirrorOutput = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self._stdout_buffer = self._stderr_buffer = None
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr

    def printErrors(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        if self.buffer:
            if self._stderr_buffer is None:
                self._stderr_buffer, self._stdout_buffer = io.StringIO(), io.StringIO()
            sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def startTestRun(self):
        pass

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for buffer, original, form in ((self._stdout_buffer, self._original_stdout, STDOUT_LINE),
                                           (self._stderr_buffer, self._original_stderr, STDERR_LINE)):
                text = buffer.getvalue()
                if text:
                    original.write(form % (text if text.endswith('\n') else text + '\n'))
        sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
        for buffer in (self._stdout_buffer, self._stderr_buffer):
            buffer.seek(0)
            buffer.truncate()

    def stopTestRun(self):
        pass

    @failfast
    def addError(self, test, err):
        self._note(self.errors, test, err)

    @failfast
    def addFailure(self, test, err):
        self._note(self.failures, test, err)

    def _note(self, place, test, err):
        place.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if getattr(self, 'failfast', False):
                self.stop()
            self._note(self.failures if issubclass(err[0], test.failureException) else self.errors, subtest, err)

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or getattr(self, 'unexpectedSuccesses', None))

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, value, tb = err
        _clean_tracebacks(value, test.failureException)
        shown = traceback.TracebackException(kind, value, _without_unittest(tb, issubclass(kind, test.failureException)),
                                             capture_locals=self.tb_locals)
        lines = list(shown.format())
        if self.buffer:
            for buffer, form in ((sys.stdout, STDOUT_LINE), (sys.stderr, STDERR_LINE)):
                text = buffer.getvalue()
                if text:
                    lines.append(form % (text if text.endswith('\n') else text + '\n'))
        return ''.join(lines)

    def __repr__(self):
        return '<%s run=%i errors=%i failures=%i>' % (
            util.strclass(self.__class__), self.testsRun, len(self.errors), len(self.failures))


def _is_ours(tb):
    return '__unittest' in tb.tb_frame.f_globals


def _without_unittest(tb, is_failure):
    """The traceback from the test's own first line on; of a failed assertion up to the last one before ours."""
    while tb and _is_ours(tb):
        tb = tb.tb_next
    if is_failure:
        last = None
        each = tb
        while each and not _is_ours(each):
            last, each = each, each.tb_next
        if last is not None:
            last.tb_next = None
    return tb


def _clean_tracebacks(value, failure):
    """The same for the exceptions that this one names as its cause or context."""
    waiting, seen = [value], set()
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        if each is not value:
            each.__traceback__ = _without_unittest(each.__traceback__, isinstance(each, failure))
        waiting += [each.__cause__, each.__context__]
