"""sh: runs scripts in the language of shells, without functions, `case` and here-documents."""

import os
import signal

import _processes
from _commands import echo, start
from _commands._expansion import Hopeless, Refused, expand, expand_whole
from _commands._lexer import Problem
from _commands._parser import Background, Both, For, If, Loop, Pipeline, Sequence, Simple, Subshell, parse
from _commands._streams import Failure, pieces, write_text

_MODES = {'<': os.O_RDONLY, '>': os.O_WRONLY | os.O_CREAT | os.O_TRUNC, '>>': os.O_WRONLY | os.O_CREAT | os.O_APPEND}
_MISSING = frozenset('. alias break continue eval exec getopts local read return set shift trap type ulimit umask'.split())


def main(words):
    name, rest = words[0], words[1:]
    if rest[:1] == ['-c']:
        if len(rest) < 2:
            raise Failure('0: -c requires an argument', 2)
        return Shell(rest[2] if len(rest) > 2 else name, rest[3:]).run_text(rest[1])
    if rest and rest[0].startswith('-') and rest[0] != '-':
        raise Failure(f'0: there is no option {rest[0]} in gilsim', 2)
    try:
        text = b''.join(pieces(rest[0] if rest else '-'))
    except OSError:
        raise Failure(f'0: cannot open {rest[0]}: No such file', 2) from None
    return Shell(rest[0] if rest else name, rest[1:]).run_text(text.decode('utf-8', 'surrogateescape'))


class _Exit(Exception):
    pass


class Shell:
    def __init__(self, name, arguments):
        self._name = name
        self._arguments = arguments
        self._variables = dict(os.environ)
        self._exported = set(self._variables)
        self._status = 0
        self._line = 1
        self._last_background = ''
        self._builtins = {
            ':': lambda words: 0, 'true': lambda words: 0, 'false': lambda words: 1, 'cd': self._cd, 'exit': self._exit,
            'export': self._export, 'unset': self._unset, 'wait': self._wait,
            'echo': lambda words: echo.main(words, always_escapes=True),
            **dict.fromkeys(('kill', 'printf', 'pwd', 'test', '['), self._run_module)}

    def run_text(self, text):
        """Runs a script; gives its status."""
        try:
            return self._run(parse(text))
        except Problem as problem:
            self._line = problem.line
            self._complain(problem)
            return 2
        except _Exit:
            return self._status

    def _complain(self, what):
        write_text(f'{self._name}: {self._line}: {what}\n', 2)

    # --- commands

    def _run(self, command):
        try:
            self._status = getattr(self, '_run_' + type(command).__name__.lower())(command)
        except Refused as refused:
            self._complain(refused)
            self._status = refused.status
            if isinstance(refused, Hopeless):
                raise _Exit from None
        return self._status

    def _run_sequence(self, sequence):
        status = 0
        for command in sequence.commands:
            status = self._run(command)
        return status

    def _run_both(self, both):
        status = self._run(both.first)
        return self._run(both.second) if (status == 0) == both.when_true else status

    def _run_if(self, choice):
        with _Redirected(self, choice.redirections):
            for condition, body in choice.cases:
                if self._run(condition) == 0:
                    return self._run(body)
            return self._run(choice.otherwise)

    def _run_loop(self, loop):
        status = 0
        with _Redirected(self, loop.redirections):
            while (self._run(loop.condition) == 0) != loop.until:
                status = self._run(loop.body)
        return status

    def _run_for(self, loop):
        status = 0
        with _Redirected(self, loop.redirections):
            for word in self._expanded(loop.words):
                self._variables[loop.name] = word
                status = self._run(loop.body)
        return status

    def _run_subshell(self, subshell):
        return self._wait_for(self._fork(subshell))

    def _run_background(self, background):
        self._last_background = self._start(background.command, {0: os.open(os.devnull, os.O_RDONLY)})
        return 0

    def _run_pipeline(self, pipeline):
        pids = []
        reader = None
        for command in pipeline.commands:
            ends = {} if reader is None else {0: reader}
            if command is not pipeline.commands[-1]:
                reader, ends[1] = os.pipe()
            pids.append(self._start(command, ends))
        status = [self._wait_for(pid) for pid in pids][-1]
        return int(status == 0) if pipeline.negated else status

    def _run_simple(self, command):
        self._line = command.line
        words = self._expanded(command.words)
        with _Redirected(self, command.redirections):
            if not words:
                return self._assign(command.assignments)
            if words[0] in self._builtins:
                return self._run_builtin(words)
            return self._wait_for(self._start_program(words, command.assignments))

    def _assign(self, assignments):
        """Gives the status of the last command whose output was assigned."""
        self._status = 0
        for name, parts in assignments:
            self._variables[name] = self._whole(parts)
        return self._status

    def _run_builtin(self, words):
        try:
            return self._builtins[words[0]](words)
        except Failure as failure:
            self._complain(f'{words[0]}: {failure}')
            return failure.status

    # --- processes

    def _start(self, command, ends):
        """Starts a command in a process of its own, with these descriptors for its standard streams; gives its pid."""
        kept = {fd: os.dup(fd) for fd in ends}
        for fd, end in ends.items():
            os.dup2(end, fd)
            os.close(end)
        try:
            return self._start_simple(command) if type(command) is Simple else self._fork(command)
        finally:
            for fd, copy in kept.items():
                os.dup2(copy, fd)
                os.close(copy)

    def _start_simple(self, command):
        words = self._expanded(command.words)
        if not words or command.redirections or words[0] in self._builtins:
            return self._fork(command)
        self._line = command.line
        try:
            return self._start_program(words, command.assignments)
        except Refused as refused:
            return self._fork(Simple([], [], [], command.line), refused)

    def _start_program(self, words, assignments):
        if words[0] in _MISSING:
            raise Hopeless(f"{words[0]}: gilsim's shell has none", 2)
        environment = {name: self._variables[name] for name in self._exported if name in self._variables}
        environment.update((name, self._whole(parts)) for name, parts in assignments)
        try:
            if not words[0]:
                raise PermissionError(13, 'Permission denied')
            return start(words, [(fd, fd) for fd in range(3)], environment, search_path=environment.get('PATH'))
        except FileNotFoundError:
            raise Refused(f'{words[0]}: not found', 127) from None
        except OSError as error:
            raise Refused(f'{words[0]}: {error.strerror}', 126) from None

    def _fork(self, command, refused=None):
        """A copy of this shell runs the command, or complains."""
        pid = _processes.fork('sh')
        if pid:
            return pid
        for fd in range(3, 32):
            try:
                os.close(fd)
            except OSError:
                pass
        if refused is not None:
            self._complain(refused)
            os._exit(refused.status)
        try:
            if type(command) is Subshell:
                with _Redirected(self, command.redirections):
                    self._run(command.body)
            else:
                self._run(command)
        except _Exit:
            pass
        os._exit(self._status)

    def _wait_for(self, pid):
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if code >= 0:
            return code
        if -code not in (signal.SIGINT, signal.SIGPIPE):
            write_text(signal.strsignal(-code) + '\n', 2)
        return 128 - code

    # --- words

    def _expanded(self, words):
        return expand(words, self._value, self._output)

    def _whole(self, parts):
        return expand_whole(parts, self._value, self._output)

    def _value(self, name):
        if name.isdigit():
            place = int(name)
            return self._name if place == 0 else self._arguments[place - 1] if place <= len(self._arguments) else ''
        special = {'?': self._status, '$': os.getpid(), '#': len(self._arguments), '!': self._last_background}
        if name in special:
            return str(special[name])
        return ' '.join(self._arguments) if name in '@*' else self._variables.get(name, '')

    def _output(self, text):
        """What a script writes, without the ends of the last lines."""
        reader, writer = os.pipe()
        pid = self._start(Subshell(parse(text), []), {1: writer})
        output = b''
        while piece := os.read(reader, 65536):
            output += piece
        os.close(reader)
        self._status = self._wait_for(pid)
        return output.decode('utf-8', 'surrogateescape').rstrip('\n')

    # --- builtins

    def _run_module(self, words):
        name = 'test' if words[0] == '[' else words[0]
        return __import__('_commands.' + name, fromlist=['main']).main(words)

    def _cd(self, words):
        folder = words[1] if len(words) > 1 else self._value('HOME')
        try:
            os.chdir(folder)
        except OSError:
            raise Failure(f"can't cd to {folder}", 2) from None
        self._variables['PWD'] = os.getcwd()
        return 0

    def _exit(self, words):
        if len(words) > 1 and not words[1].isdigit():
            raise Failure(f'Illegal number: {words[1]}', 2)
        if len(words) > 1:
            self._status = int(words[1]) & 255
        raise _Exit

    def _export(self, words):
        for word in words[1:]:
            name, assigns, value = word.partition('=')
            if assigns:
                self._variables[name] = value
            self._exported.add(name)
        return 0

    def _unset(self, words):
        for name in words[1:]:
            self._variables.pop(name, None)
            self._exported.discard(name)
        return 0

    def _wait(self, words):
        if len(words) > 1:
            return self._wait_for(int(words[1]))
        try:
            while True:
                os.wait()
        except ChildProcessError:
            return 0


class _Redirected:
    """Within, the shell's own descriptors lead where the command's shall; programs inherit them."""

    def __init__(self, shell, redirections):
        self._shell = shell
        self._redirections = redirections
        self._kept = []

    def __enter__(self):
        for redirection in self._redirections:
            if redirection.fd > 2:
                raise Refused("gilsim's shell has no descriptors but 0, 1 and 2", 2)
            self._kept.append((redirection.fd, os.dup(redirection.fd)))
            try:
                self._redirect(*redirection)
            except Refused:
                self.__exit__()
                raise

    def _redirect(self, fd, operator, target):
        target = self._shell._whole(target)
        if operator in ('>&', '<&'):
            if not target.isdigit():
                raise Refused('Syntax error: Bad fd number', 2)
            os.dup2(int(target), fd)
            return
        operator = '>' if operator == '>|' else operator
        try:
            opened = os.open(target, _MODES[operator], 0o666)
        except OSError as error:
            raise Refused(self._reason(operator, target, error), 2) from None
        os.dup2(opened, fd)
        os.close(opened)

    @staticmethod
    def _reason(operator, target, error):
        if operator == '<':
            return f'cannot open {target}: ' + ('No such file' if error.errno == 2 else error.strerror)
        return f'cannot create {target}: ' + ('Directory nonexistent' if error.errno == 2 else error.strerror)

    def __exit__(self, *exc):
        for fd, copy in reversed(self._kept):
            os.dup2(copy, fd)
            os.close(copy)
        self._kept.clear()
