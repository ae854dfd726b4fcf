"""What the simulated computer says of itself."""

import os
import sys
from collections import namedtuple

uname_result = namedtuple('uname_result', 'system node release version machine')


def uname():
    return uname_result(*os.uname())


def system():
    return 'Linux'


def node():
    return os.uname().nodename


def release():
    return os.uname().release


def version():
    return os.uname().version


def machine():
    return os.uname().machine


def processor():
    return ''


def architecture(executable=sys.executable, bits='', linkage=''):
    return ('64bit', 'ELF')


def platform(aliased=False, terse=False):
    return 'Linux-%s-%s-with-glibc2.36' % (release(), machine())


def python_version():
    return '%d.%d.%d' % sys.version_info[:3]


def python_version_tuple():
    return tuple(str(part) for part in sys.version_info[:3])


def python_implementation():
    return 'CPython'


def python_compiler():
    return 'GCC 12.2.0'


def python_build():
    return ('main', 'Jan  1 2024 00:00:00')


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return ('glibc', '2.36')
