"""Options of the command line, as C's getopt() finds them."""

import os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError  # an older name


def getopt(args, shortopts, longopts=[]):
    """(pairs of option and value, the arguments behind the options)."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    options = []
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            return options, args[1:]
        args = _take_option(options, args, shortopts, longopts)
    return options, args


def gnu_getopt(args, shortopts, longopts=[]):
    """The same where options may stand behind other arguments."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    stops_at_first = shortopts.startswith('+') or bool(os.environ.get("POSIXLY_CORRECT"))
    shortopts = shortopts.removeprefix('+')
    options, others = [], []
    while args:
        if args[0] == '--':
            others += args[1:]
            break
        if args[0].startswith('-') and args[0] != '-':
            args = _take_option(options, args, shortopts, longopts)
        elif stops_at_first:
            others += args
            break
        else:
            others.append(args[0])
            args = args[1:]
    return options, others


def _take_option(options, args, shortopts, longopts):
    if args[0].startswith('--'):
        return _take_long(options, args[0][2:], args[1:], longopts)
    return _take_short(options, args[0][1:], args[1:], shortopts)


def _take_long(options, option, args, longopts):
    option, equals, value = option.partition('=')
    wants_value, name = _complete(option, longopts)
    if wants_value and not equals:
        if not args:
            raise GetoptError('option --%s requires argument' % name, name)
        value, args = args[0], args[1:]
    elif equals and not wants_value:
        raise GetoptError('option --%s must not have an argument' % name, name)
    options.append(('--' + name, value))
    return args


def _complete(option, longopts):
    possible = [name for name in longopts if name.startswith(option)]
    if not possible:
        raise GetoptError('option --%s not recognized' % option, option)
    if option in possible:
        return False, option
    if option + '=' in possible:
        return True, option
    if len(possible) > 1:
        raise GetoptError('option --%s not a unique prefix' % option, option)
    return possible[0].endswith('='), possible[0].removesuffix('=')


def _take_short(options, letters, args, shortopts):
    while letters:
        letter, letters = letters[0], letters[1:]
        position = shortopts.find(letter) if letter != ':' else -1
        if position < 0:
            raise GetoptError('option -%s not recognized' % letter, letter)
        value = ''
        if shortopts.startswith(':', position + 1):
            if not letters:
                if not args:
                    raise GetoptError('option -%s requires argument' % letter, letter)
                letters, args = args[0], args[1:]
            value, letters = letters, ''
        options.append(('-' + letter, value))
    return args
