"""Importing by a name that only the run knows."""

import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

from builtins import __import__


def _absolute_name(name, package):
    level = len(name) - len(name.lstrip('.'))
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return parts[0] + '.' + name[level:] if name[level:] else parts[0]


def import_module(name, package=None):
    """The module of that name, imported if need be; '.name' is one beside others of `package`."""
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        name = _absolute_name(name, package)
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Nothing is remembered of folders."""


def reload(module):
    """Run a module's source again in its old namespace."""
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    with open(module.__file__, encoding='utf-8') as file:
        exec(compile(file.read(), module.__file__, 'exec'), module.__dict__)
    return sys.modules[name]
