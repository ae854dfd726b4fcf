"""Finds the tests of classes, of modules and by name. Files are not searched for."""

import functools
import sys
import traceback

from . import case, suite

__unittest = True


class _FailedTest(case.TestCase):
    """Stands for a name that leads to no test: fails when it is run."""

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def fail():
            raise self._exception
        return fail


class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda x, y: (x > y) - (x < y))
    testNamePatterns = None
    suiteClass = suite.TestSuite

    def __init__(self):
        self.errors = []

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, case.TestCase) and item not in (
                    case.TestCase, case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(item))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, 'load_tests', None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as error:
            message = 'Failed to call load_tests:\n%s' % traceback.format_exc()
            self.errors.append(message)
            return self.suiteClass([_FailedTest(module.__name__, error)])

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        if module is None:
            module, parts = self._import_longest(parts)
        item, parent = module, None
        for part in parts:
            try:
                parent, item = item, getattr(item, part)
            except AttributeError as error:
                self.errors.append('Failed to access attribute:\n%s' % traceback.format_exc())
                return self.suiteClass([_FailedTest(part, error)])
        return self._tests_of(item, parent, parts[-1] if parts else name)

    def _import_longest(self, parts):
        for count in range(len(parts), 0, -1):
            try:
                return functools.reduce(getattr, parts[1:count], __import__('.'.join(parts[:count]))), parts[count:]
            except ImportError:
                continue
        raise ImportError(f"No module named {parts[0]!r}")

    def _tests_of(self, item, parent, name):
        if type(item) is type(sys):
            return self.loadTestsFromModule(item)
        if isinstance(item, type) and issubclass(item, case.TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(parent, type) and issubclass(parent, case.TestCase) and callable(item):
            return self.suiteClass([parent(name)])
        if isinstance(item, suite.TestSuite):
            return item
        if callable(item):
            made = item()
            if isinstance(made, suite.TestSuite):
                return made
            if isinstance(made, case.TestCase):
                return self.suiteClass([made])
            raise TypeError('calling %s returned %s, not a test' % (item, made))
        raise TypeError("don't know how to make test from: %s" % item)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        def wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            return self.testNamePatterns is None or any(_fits(full, pattern) for pattern in self.testNamePatterns)

        names = [name for name in dir(testCaseClass) if wanted(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names


def _fits(name, pattern):
    from fnmatch import fnmatchcase
    return fnmatchcase(name, pattern)


defaultTestLoader = TestLoader()


def _loader(prefix, sortUsing, suiteClass=None, testNamePatterns=None):
    loader = TestLoader()
    loader.sortTestMethodsUsing = sortUsing
    loader.testMethodPrefix = prefix
    loader.testNamePatterns = testNamePatterns
    if suiteClass:
        loader.suiteClass = suiteClass
    return loader


def getTestCaseNames(testCaseClass, prefix, sortUsing=TestLoader.sortTestMethodsUsing, testNamePatterns=None):
    return _loader(prefix, sortUsing, testNamePatterns=testNamePatterns).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix='test', sortUsing=TestLoader.sortTestMethodsUsing, suiteClass=suite.TestSuite):
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix='test', sortUsing=TestLoader.sortTestMethodsUsing, suiteClass=suite.TestSuite):
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
