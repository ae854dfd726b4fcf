"""The C locale with UTF-8, the only one of the simulated computer."""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale in (None, '', 'C', 'POSIX', 'C.UTF-8'):
        return 'C.UTF-8' if category == LC_CTYPE else 'C'
    raise Error('unsupported locale setting')


def getlocale(category=LC_CTYPE):
    return ('en_US', 'UTF-8') if category == LC_CTYPE else (None, None)


def getdefaultlocale(envvars=()):
    return ('en_US', 'UTF-8')


def getpreferredencoding(do_setlocale=True):
    return 'UTF-8'


def getencoding():
    return 'utf-8'


def localeconv():
    return {'decimal_point': '.', 'thousands_sep': '', 'grouping': []}


def strcoll(left, right):
    return (left > right) - (left < right)


def strxfrm(text):
    return text


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)


def str(value):
    return '%.12g' % value


def format_string(f, val, grouping=False, monetary=False):
    return f % val
