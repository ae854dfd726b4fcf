"""Warnings: which are shown is decided by a list of filters, the first that fits."""

import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter",
           "resetwarnings", "catch_warnings"]

# (action, pattern of the message, category, pattern of the module, line or 0). As in a Python that is no debug build.
filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
defaultaction = 'default'
onceregistry = {}
_filters_version = 1  # what a module was once shown is shown again when filters have changed


class WarningMessage:
    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        import linecache
        line = linecache.getline(filename, lineno)
    if line:
        text += "  %s\n" % line.strip()
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


_original_showwarning = showwarning


def _show(message):
    if message.source is not None and showwarning is _original_showwarning:
        return _show_with_source(message)
    showwarning(message.message, message.category, message.filename, message.lineno, message.file, message.line)


def _show_with_source(message):
    """Where an object was allocated only tracemalloc knows, so CPython names it."""
    text = formatwarning(message.message, message.category, message.filename, message.lineno, message.line)
    hint = f"{message.category.__name__}: Enable tracemalloc to get the object allocation traceback\n"
    if sys.stderr is not None:
        sys.stderr.write(text + hint)


def _filters_mutated():
    global _filters_version
    _filters_version += 1


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check_action(action)
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type) and issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    if message or module:
        import re
        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    _add_filter((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action)
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add_filter((action, None, category, None, lineno), append)


def _check_action(action):
    assert action in ("error", "ignore", "always", "default", "module", "once"), f"invalid action: {action!r}"


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    filters[:] = []
    _filters_mutated()


def _pattern_fits(pattern, text):
    if pattern is None:
        return True
    return pattern == text if isinstance(pattern, str) else pattern.match(text) is not None


def warn(message, category=None, stacklevel=1, source=None):
    """Warns about the line that called, or with `stacklevel` 2 about the one that called that, and so on."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '{:s}'".format(type(category).__name__))
    try:
        frame = sys._getframe(max(stacklevel, 1))
    except (AttributeError, ValueError):
        scope, filename, lineno = sys.__dict__, 'sys', 1
    else:
        scope, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    registry = scope.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, scope.get('__name__', '<string>'), registry, scope, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get('version', 0) != _filters_version:
        registry.clear()
        registry['version'] = _filters_version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _action_for(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always" and _already_shown(action, registry, key):
        return
    _show(WarningMessage(message, category, filename, lineno, source=source))


def _action_for(text, category, module, lineno):
    for action, message_pattern, kind, module_pattern, line in filters:
        if (_pattern_fits(message_pattern, text) and issubclass(category, kind)
                and _pattern_fits(module_pattern, module) and line in (0, lineno)):
            return action
    return defaultaction


def _already_shown(action, registry, key):
    """Notes a warning as shown; says whether it was noted before, as widely as the action asks."""
    text, category, lineno = key
    registry[key] = 1
    if action == "default":
        return False
    if action == "once":
        wide, noted = (text, category), onceregistry
    elif action == "module":
        wide, noted = (text, category, 0), registry
    else:
        raise RuntimeError("Unrecognized action (%r) in warnings.filters" % action)
    if noted.get(wide):
        return True
    noted[wide] = 1
    return False


def _warn_unawaited_coroutine(coroutine):
    """Called when a coroutine dies that was never awaited; nothing of it has run."""
    lines = [f"coroutine '{coroutine.__qualname__}' was never awaited\n"]
    if coroutine.cr_origin is not None:
        import traceback
        lines.append("Coroutine created at (most recent call last)\n")
        places = [(file, line, function, None) for file, line, function in reversed(coroutine.cr_origin)]
        lines += traceback.format_list(traceback.StackSummary.from_list(places))
    warn("".join(lines).rstrip("\n"), RuntimeWarning, stacklevel=2, source=coroutine)


class catch_warnings:
    """Puts filters and the showing of warnings back at the end; with `record` gives a list that warnings go to."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        args = ["record=True"] if self._record else []
        if self._module is not sys.modules['warnings']:
            args.append("module=" + repr(self._module))
        return "%s(%s)" % (type(self).__name__, ", ".join(args))

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        module = self._module
        self._saved = module.filters, module.showwarning, module._show
        module.filters = module.filters[:]
        module._filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        module._show = log.append
        module.showwarning = module._original_showwarning
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        self._module.filters, self._module.showwarning, self._module._show = self._saved
        self._module._filters_mutated()
