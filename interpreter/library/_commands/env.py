"""env: writes the environment, or runs a program in a changed one."""

import os

from _commands import start
from _commands._streams import Failure, complain, write_text


def main(words):
    environment = dict(os.environ)
    rest = words[1:]
    while rest and rest[0].startswith('-'):
        option = rest.pop(0)
        if option in ('-i', '-'):
            environment.clear()
        elif option == '-u' and rest:
            environment.pop(rest.pop(0), None)
        else:
            raise Failure(f'there is no option {option} in gilsim', 2)
    while rest and '=' in rest[0]:
        name, _, value = rest.pop(0).partition('=')
        environment[name] = value
    if not rest:
        write_text(''.join(f'{name}={value}\n' for name, value in environment.items()))
        return 0
    return _run(words[0], rest, environment)


def _run(program, words, environment):
    try:
        pid = start(words, [(fd, fd) for fd in range(3)], environment, search_path=environment.get('PATH'))
    except OSError as error:
        complain(program, f'\u2018{words[0]}\u2019: {error.strerror}')
        return 127 if error.errno == 2 else 126
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return status if status >= 0 else 128 - status
