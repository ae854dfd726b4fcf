"""Examples in docstrings that are run, and whose output is compared with what stands below them."""

import difflib
import inspect
import linecache
import os
import re
import sys
import traceback
from collections import namedtuple
from io import StringIO

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
           'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF',
           'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser', 'DocTestFinder',
           'DocTestRunner', 'OutputChecker', 'DocTestFailure', 'UnexpectedException', 'DebugRunner', 'testmod', 'testfile',
           'run_docstring_examples', 'DocTestSuite']

TestResults = namedtuple('TestResults', 'failed attempted')
OPTIONFLAGS_BY_NAME = {}
BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'
_DIVIDER = '*' * 70


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                    | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST


def _indented(text, spaces=4):
    return re.sub('(?m)^(?!$)', spaces * ' ', text)


def _ended(text):
    return text if not text or text.endswith('\n') else text + '\n'


class Example:
    """One statement, and what it should print or raise."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = _ended(want)
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith('\n') else exc_msg + '\n'

    def _key(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), "DocTest no longer accepts str; use DocTestParser instead"
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        count = len(self.examples)
        words = 'no examples' if count == 0 else '1 example' if count == 1 else f'{count} examples'
        return f'<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({words})>'

    def _place(self):
        return self.name, self.filename or '', -1 if self.lineno is None else self.lineno

    def __lt__(self, other):
        return self._place() < other._place() if isinstance(other, DocTest) else NotImplemented


# --- reading ----------------------------------------------------------------------------------------------------------

class DocTestParser:
    """Finds examples in text."""

    _EXAMPLE = re.compile(r'''
        (?P<source> (?:^(?P<indent>[ ]*) >>> .*) (?:\n [ ]* \.\.\. .*)* ) \n?
        (?P<want> (?: (?![ ]*$) (?![ ]*>>>) .+$\n? )* )
        ''', re.MULTILINE | re.VERBOSE)
    _EXCEPTION = re.compile(r'''
        ^(?P<head> Traceback\ \( (?: most\ recent\ call\ last | innermost\ last ) \) : ) \s* $
        (?P<stack> .*?) ^ (?P<message> \w+ .*)''', re.VERBOSE | re.MULTILINE | re.DOTALL)
    _OPTIONS = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)
    _COMMENT = re.compile(r'^[ ]*(#.*)?$').match

    def parse(self, string, name='<string>'):
        """Text and Examples in turn."""
        string = string.expandtabs()
        indents = [len(line) - len(line.lstrip(' ')) for line in string.split('\n') if line.strip()]
        margin = min(indents, default=0)
        if margin:
            string = '\n'.join(line[margin:] for line in string.split('\n'))
        pieces, place, line = [], 0, 0
        for match in self._EXAMPLE.finditer(string):
            pieces.append(string[place:match.start()])
            line += string.count('\n', place, match.start())
            source, options, want, message = self._read_example(match, name, line)
            if not self._COMMENT(source):
                pieces.append(Example(source, want, message, lineno=line, indent=margin + len(match['indent']), options=options))
            line += string.count('\n', match.start(), match.end())
            place = match.end()
        return pieces + [string[place:]]

    def get_examples(self, string, name='<string>'):
        return [piece for piece in self.parse(string, name) if isinstance(piece, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def _read_example(self, match, name, lineno):
        indent = len(match['indent'])
        lines = match['source'].split('\n')
        for number, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError(f'line {lineno + number + 1} of the docstring for {name} lacks blank after '
                                 f'{line[indent:indent + 3]}: {line!r}')
        for number, line in enumerate(lines):
            if number and not line.startswith(' ' * indent + '.'):
                raise ValueError(f'line {lineno + number + 1} of the docstring for {name} has inconsistent leading '
                                 f'whitespace: {line!r}')
        source = '\n'.join(line[indent + 4:] for line in lines)
        want_lines = match['want'].split('\n')
        if len(want_lines) > 1 and not want_lines[-1].strip():
            del want_lines[-1]
        for number, line in enumerate(want_lines):
            if line and not line.startswith(' ' * indent):
                raise ValueError(f'line {lineno + len(lines) + number + 1} of the docstring for {name} has inconsistent '
                                 f'leading whitespace: {line!r}')
        want = '\n'.join(line[indent:] for line in want_lines)
        raised = self._EXCEPTION.match(want)
        return source, self._read_options(source, name, lineno), want, raised['message'] if raised else None

    def _read_options(self, source, name, lineno):
        options = {}
        for match in self._OPTIONS.finditer(source):
            for option in match[1].replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f'line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}')
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        if options and self._COMMENT(source):
            raise ValueError(f'line {lineno} of the doctest for {name} has an option directive on a line with no example: {source!r}')
        return options


class DocTestFinder:
    """Finds the docstrings of an object and of what it contains."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser, self._verbose, self._recurse, self._exclude_empty = parser, verbose, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if module is None:
            module = obj if inspect.ismodule(obj) else sys.modules.get(getattr(obj, '__module__', None))
        file = getattr(module, '__file__', None) if module else None
        lines = linecache.getlines(file) if file else None
        globs = ({} if module is None else module.__dict__.copy()) if globs is None else globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, lines, globs, set())
        tests.sort()
        return tests

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if self._verbose:
            print('Finding tests in %s' % name)
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for member, value in obj.__dict__.items():
                if self._is_searched(value) and self._from_module(module, value):
                    self._find(tests, value, f'{name}.{member}', module, lines, globs, seen)
            for member, value in getattr(obj, '__test__', {}).items():
                self._find(tests, value, f'{name}.__test__.{member}', module, lines, globs, seen)
        if inspect.isclass(obj):
            for member, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (self._is_searched(value) or isinstance(value, property)) and self._from_module(module, value):
                    self._find(tests, value, f'{name}.{member}', module, lines, globs, seen)

    @staticmethod
    def _is_searched(value):
        return inspect.isclass(value) or inspect.isfunction(inspect.unwrap(value) if callable(value) else value)

    @staticmethod
    def _from_module(module, value):
        if module is None or isinstance(value, property):
            return True
        if inspect.isfunction(value):
            return module.__dict__ is value.__globals__
        return module.__name__ == getattr(value, '__module__', None)

    def _get_test(self, obj, name, module, globs, lines):
        doc = obj if isinstance(obj, str) else getattr(obj, '__doc__', None)
        doc = '' if doc is None else doc if isinstance(doc, str) else str(doc)
        if self._exclude_empty and not doc:
            return None
        file = None if module is None else getattr(module, '__file__', None) or module.__name__
        return self._parser.get_doctest(doc, globs, name, file, self._find_lineno(obj, lines))

    @staticmethod
    def _find_lineno(obj, lines):
        """Where the docstring begins, counted from 0; None: unknown."""
        line = 0 if inspect.ismodule(obj) and getattr(obj, '__doc__', None) is not None else None
        if inspect.isclass(obj) and lines and getattr(obj, '__doc__', None) is not None:
            begins = re.compile(r'^\s*class\s*%s\b' % re.escape(getattr(obj, '__name__', '-')))
            line = next((number for number, text in enumerate(lines) if begins.match(text)), None)
        if inspect.ismethod(obj):
            obj = obj.__func__
        if inspect.isfunction(obj) and getattr(obj, '__doc__', None):
            line = inspect.unwrap(obj).__code__.co_firstlineno - 1
        if line is None or lines is None:
            return line
        opens = re.compile(r'(^|.*:)\s*\w*("|\')')
        return next((number for number in range(line, len(lines)) if opens.match(lines[number])), None)


# --- comparing --------------------------------------------------------------------------------------------------------

class OutputChecker:
    """Decides whether what was printed is what was wanted, and shows the difference."""

    def check_output(self, want, got, optionflags):
        want, got = (text.encode('ASCII', 'backslashreplace').decode('ASCII') for text in (want, got))
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^%s\s*?$' % re.escape(BLANKLINE_MARKER), '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and self._fits(want, got)

    @staticmethod
    def _fits(want, got):
        """Whether the pieces between the dots stand in the output in that order."""
        if ELLIPSIS_MARKER not in want:
            return want == got
        first, *middle, last = want.split(ELLIPSIS_MARKER)
        if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
            return False
        place, end = len(first), len(got) - len(last)
        for piece in middle:
            place = got.find(piece, place, end)
            if place < 0:
                return False
            place += len(piece)
        return True

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        style = optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF)
        if style and (style & REPORT_NDIFF or want.count('\n') > 2 and got.count('\n') > 2):
            old, new = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if style & REPORT_UDIFF:
                difference, name = list(difflib.unified_diff(old, new, n=2))[2:], 'unified diff with -expected +actual'
            elif style & REPORT_CDIFF:
                difference, name = list(difflib.context_diff(old, new, n=2))[2:], 'context diff with expected followed by actual'
            else:
                difference, name = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(old, new)), 'ndiff with -expected +actual'
            return f'Differences ({name}):\n' + _indented(''.join(difference))
        if want and got:
            return f'Expected:\n{_indented(want)}Got:\n{_indented(got)}'
        if want:
            return f'Expected:\n{_indented(want)}Got nothing\n'
        return f'Expected nothing\nGot:\n{_indented(got)}' if got else 'Expected nothing\nGot nothing\n'


def _without_detail(message):
    """The exception's name without module and words."""
    end = min((place for place in (message.find('\n'), message.find(':')) if place >= 0), default=len(message))
    return message[message.rfind('.', 0, end) + 1:end]


class DocTestFailure(Exception):
    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


# --- running ----------------------------------------------------------------------------------------------------------

class _Output(StringIO):
    def getvalue(self):
        return _ended(super().getvalue())

    def truncate(self, size=None):
        self.seek(size)
        super().truncate()


class DocTestRunner:
    """Runs tests and reports failures."""

    DIVIDER = _DIVIDER

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = 0
        self._results = {}  # name -> (failures, tries)
        self._output = _Output()

    def report_start(self, out, test, example):
        if self._verbose:
            expecting = f'Expecting:\n{_indented(example.want)}' if example.want else 'Expecting nothing\n'
            out(f'Trying:\n{_indented(example.source)}{expecting}')

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        text = ''.join(traceback.format_exception(*exc_info))
        out(self._failure_header(test, example) + 'Exception raised:\n' + _indented(text))

    def _failure_header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            line = test.lineno + example.lineno + 1 if test.lineno is not None and example.lineno is not None else '?'
            lines.append(f'File "{test.filename}", line {line}, in {test.name}')
        else:
            lines.append(f'Line {example.lineno + 1}, in {test.name}')
        return '\n'.join([*lines, 'Failed example:', _indented(example.source)])

    def _judge(self, example, got, error):
        """Whether an example did what it should; and the output to report."""
        if error is None:
            return self._checker.check_output(example.want, got, self.optionflags), got
        message = traceback.format_exception_only(*error[:2])[-1]
        got += _ended(''.join(traceback.format_exception(*error)))
        if example.exc_msg is None:
            return None, got
        if self._checker.check_output(example.exc_msg, message, self.optionflags):
            return True, got
        return (bool(self.optionflags & IGNORE_EXCEPTION_DETAIL) and
                self._checker.check_output(_without_detail(example.exc_msg), _without_detail(message), self.optionflags)), got

    def _run_example(self, test, number, example):
        """What it printed, and the exception that it ended with."""
        filename = f'<doctest {test.name}[{number}]>'
        lines = example.source.splitlines(keepends=True)
        linecache.cache[filename] = len(example.source), None, lines, filename
        try:
            exec(compile(example.source, filename, 'single'), test.globs)
            error = None
        except KeyboardInterrupt:
            raise
        except:
            kind, value, trace = sys.exc_info()
            error = kind, value, trace.tb_next
        got = self._output.getvalue()
        self._output.truncate(0)
        return got, error

    def _run_tests(self, test, out):
        failures = tries = 0
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = self.original_optionflags
            for flag, wanted in example.options.items():
                self.optionflags = self.optionflags | flag if wanted else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            got, error = self._run_example(test, number, example)
            passed, got = self._judge(example, got, error)
            if passed:
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            failures += 1
            if not quiet and passed is None:
                self.report_unexpected_exception(out, test, example, error)
            elif not quiet:
                self.report_failure(out, test, example, got)
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = self.original_optionflags
        before = self._results.get(test.name, (0, 0))
        self._results[test.name] = before[0] + failures, before[1] + tries
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        stdout, displayhook = sys.stdout, sys.displayhook
        out = stdout.write if out is None else out
        sys.stdout, sys.displayhook = self._output, sys.__displayhook__
        try:
            return self._run_tests(test, out)
        finally:
            sys.stdout, sys.displayhook = stdout, displayhook
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        results = sorted(self._results.items())
        untested = [name for name, (_, tries) in results if tries == 0]
        passed = [(name, tries) for name, (failures, tries) in results if tries and not failures]
        failed = [(name, result) for name, result in results if result[0]]
        if verbose and untested:
            print(len(untested), "items had no tests:")
            for name in untested:
                print("   ", name)
        if verbose and passed:
            print(len(passed), "items passed all tests:")
            for name, count in passed:
                print(" %3d tests in %s" % (count, name))
        if failed:
            print(self.DIVIDER)
            print(len(failed), "items had failures:")
            for name, (failures, tries) in failed:
                print(" %3d of %3d in %s" % (failures, tries, name))
        if verbose:
            print(self.tries, "tests in", len(results), "items.")
            print(self.tries - self.failures, "passed and", self.failures, "failed.")
        if self.failures:
            print("***Test Failed***", self.failures, "failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(self.failures, self.tries)

    def merge(self, other):
        for name, (failures, tries) in other._results.items():
            before = self._results.get(name, (0, 0))
            self._results[name] = before[0] + failures, before[1] + tries


class DebugRunner(DocTestRunner):
    """Raises at the first failure."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


master = None


def _run_all(tests, runner, report):
    global master
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    """Runs the examples of a module, of __main__ by default."""
    m = sys.modules.get('__main__') if m is None else m
    if not inspect.ismodule(m):
        raise TypeError(f"testmod: module required; {m!r}")
    finder = DocTestFinder(exclude_empty=exclude_empty)
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    tests = finder.find(m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs)
    return _run_all(tests, runner, report)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Runs the examples in a text file, which stands beside the program unless told otherwise."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    if module_relative:
        base = package or sys.modules['__main__']
        filename = os.path.join(os.path.dirname(os.path.abspath(base.__file__)), *filename.split('/'))
    with open(filename, encoding=encoding or 'utf-8') as file:
        text = file.read()
    globs = dict(globs or {}, **(extraglobs or {}))
    globs.setdefault('__name__', '__main__')
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    return _run_all([parser.get_doctest(text, globs, name or os.path.basename(filename), filename, 0)], runner, report)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The examples of a module as tests for unittest."""
    import unittest
    module = sys.modules['__main__' if module is None else module] if not inspect.ismodule(module) else module
    suite = unittest.TestSuite()
    for test in (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs):
        if test.examples:
            suite.addTest(_case(test, options.get('optionflags', 0)))
    return suite


def _case(test, optionflags):
    import unittest

    def run():
        out = StringIO()
        runner = DocTestRunner(optionflags=optionflags, verbose=False)
        if runner.run(test, out=out.write, clear_globs=False).failed:
            raise AssertionError(f'Failed doctest test for {test.name}\n\n' + out.getvalue())
    return unittest.FunctionTestCase(run, description=f'Doctest: {test.name}')
