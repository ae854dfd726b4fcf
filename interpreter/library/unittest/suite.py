"""Groups of tests, with what stands around the tests of a class and of a module."""

import sys

from . import case, util

__unittest = True


class BaseTestSuite:
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return '<%s tests=%s>' % (util.strclass(self.__class__), list(self))

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    __hash__ = object.__hash__

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError('{} is not callable'.format(repr(test)))
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            self._forget(index)
        return result

    def _forget(self, index):
        """A test that has run is let go, with all that it holds."""
        if self._cleanup and hasattr(self._tests[index], 'countTestCases'):
            self._removed_tests += self._tests[index].countTestCases()
            self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class _ErrorHolder:
    """Stands for a test when setUpClass and the like fail."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return '<ErrorHolder description=%r>' % (self.description,)

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


def _isnotsuite(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = not getattr(result, '_testRunEntered', False)
        result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if _isnotsuite(test):
                self._leave_class(test.__class__, result)
                self._change_module(test.__class__, result)
                self._enter_class(test.__class__, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, '_classSetupFailed', False) or result._moduleSetUpFailed:
                    continue
            test(result)
            self._forget(index)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def _enter_class(self, current, result):
        if (current is result._previousTestClass or result._moduleSetUpFailed
                or getattr(current, '__unittest_skip__', False)):
            return
        try:
            current._classSetupFailed = False
        except TypeError:
            pass
        set_up = getattr(current, 'setUpClass', None)
        if set_up is None:
            return
        name = util.strclass(current)
        if not self._guarded(result, 'setUpClass', name, set_up):
            current._classSetupFailed = True
            self._clean_class(current, result, 'setUpClass', name)

    def _leave_class(self, current, result):
        previous = result._previousTestClass
        if (current is previous or previous is None or getattr(previous, '_classSetupFailed', False)
                or result._moduleSetUpFailed or getattr(previous, '__unittest_skip__', False)):
            return
        name = util.strclass(previous)
        if hasattr(previous, 'tearDownClass'):
            self._guarded(result, 'tearDownClass', name, previous.tearDownClass)
        self._clean_class(previous, result, 'tearDownClass', name)

    def _clean_class(self, cls, result, where, name):
        if hasattr(cls, 'doClassCleanups'):
            cls.doClassCleanups()
            for info in cls.tearDown_exceptions:
                self._add_error(result, where, name, info)

    def _change_module(self, current, result):
        previous = result._previousTestClass
        if previous is not None and previous.__module__ == current.__module__:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(current.__module__)
        set_up = getattr(module, 'setUpModule', None)
        if set_up is not None and not self._guarded(result, 'setUpModule', current.__module__, set_up):
            result._moduleSetUpFailed = True
            self._guarded(result, 'setUpModule', current.__module__, case.doModuleCleanups)

    def _leave_module(self, result):
        previous = result._previousTestClass
        if previous is None or result._moduleSetUpFailed:
            return
        module = sys.modules.get(previous.__module__)
        if module is None:
            return
        if hasattr(module, 'tearDownModule'):
            self._guarded(result, 'tearDownModule', previous.__module__, module.tearDownModule)
        self._guarded(result, 'tearDownModule', previous.__module__, case.doModuleCleanups)

    def _guarded(self, result, where, name, function):
        result._setupStdout()
        try:
            function()
            return True
        except Exception:
            self._add_error(result, where, name, sys.exc_info())
            return False
        finally:
            result._restoreStdout()

    def _add_error(self, result, where, name, info):
        holder = _ErrorHolder(f'{where} ({name})')
        holder.failureException = AssertionError
        if isinstance(info[1], case.SkipTest) and hasattr(result, 'addSkip'):
            result.addSkip(holder, str(info[1]))
        else:
            result.addError(holder, info)
