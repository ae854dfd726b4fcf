"""Running the tests of a module from the command line: unittest.main()."""

import sys

from . import loader, runner

__unittest = True

_USAGE = '''usage: {name} [-h] [-v] [-q] [--locals] [-f] [-b] [-k TESTNAMEPATTERNS] [tests ...]

positional arguments:
  tests                a list of any number of test modules, classes and test methods.
'''


class TestProgram:
    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False):
        self.module = __import__(module) if isinstance(module, str) else module
        if isinstance(module, str):
            for part in module.split('.')[1:]:
                self.module = getattr(self.module, part)
        self.exit = exit
        self.failfast, self.catchbreak, self.buffer, self.tb_locals = failfast, catchbreak, buffer, tb_locals
        self.verbosity = verbosity
        self.warnings = warnings if warnings is not None or sys.warnoptions else 'default'
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.parseArgs(sys.argv if argv is None else argv)
        self.runTests()

    def parseArgs(self, argv):
        names, patterns, waiting = [], [], iter(argv[1:])
        for argument in waiting:
            if argument in ('-v', '--verbose'):
                self.verbosity = 2
            elif argument in ('-q', '--quiet'):
                self.verbosity = 0
            elif argument in ('-f', '--failfast'):
                self.failfast = True
            elif argument in ('-b', '--buffer'):
                self.buffer = True
            elif argument == '--locals':
                self.tb_locals = True
            elif argument in ('-c', '--catch'):
                self.catchbreak = True
            elif argument.startswith('-k'):
                pattern = argument[2:] or next(waiting, '')
                patterns.append(pattern if '*' in pattern else f'*{pattern}*')
            elif argument in ('-h', '--help'):
                print(_USAGE.format(name=argv[0]), end='')
                sys.exit(0)
            elif argument.startswith('-'):
                sys.stderr.write(f'{argv[0]}: error: unrecognized arguments: {argument}\n')
                sys.exit(2)
            else:
                names.append(argument)
        if patterns:
            self.testLoader.testNamePatterns = patterns
        default = [self.defaultTest] if isinstance(self.defaultTest, str) else self.defaultTest
        self.createTests(names or list(default or ()))

    def createTests(self, names):
        if names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)

    def runTests(self):
        test_runner = self.testRunner or runner.TextTestRunner
        if isinstance(test_runner, type):
            test_runner = test_runner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                                      warnings=self.warnings, tb_locals=self.tb_locals)
        self.result = test_runner.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
