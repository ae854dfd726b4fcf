"""Looking at live objects: what they are, where they come from, what functions take."""

import sys
import types
from collections import namedtuple

__all__ = ["Parameter", "Signature", "BoundArguments", "signature", "getdoc", "cleandoc", "getmembers", "getmodule", "getfile",
           "getsource", "getsourcelines", "currentframe", "stack", "trace", "getframeinfo", "getouterframes",
           "getinnerframes", "FrameInfo", "Traceback", "unwrap", "isabstract", "isasyncgen",
           "isasyncgenfunction", "isawaitable", "isbuiltin", "isclass", "iscode", "iscoroutine", "iscoroutinefunction",
           "isframe", "isfunction", "isgenerator", "isgeneratorfunction", "ismethod", "ismethoddescriptor", "ismodule",
           "isroutine", "istraceback", "getmro", "getgeneratorstate", "getcoroutinestate",
           "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED", "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED",
           "CORO_CLOSED"]

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 16, 32, 128, 256, 512


# --- kinds of objects ------------------------------------------------------------------------------------------------


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethoddescriptor(object):
    return (not isclass(object) and not ismethod(object) and not isfunction(object)
            and hasattr(type(object), '__get__') and not hasattr(type(object), '__set__'))


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), '__await__')


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return False


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', None))


def _has_flag(object, flag):
    while ismethod(object):
        object = object.__func__
    while type(object).__name__ == 'partial':
        object = object.func
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


# --- looking around --------------------------------------------------------------------------------------------------


def getmembers(object, predicate=None):
    found = []
    for name in sorted(set(dir(object))):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def getmodule(object, _filename=None):
    return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))


def currentframe():
    """As the frame is now: gilsim's frames cannot be kept."""
    return sys._getframe(1)


_FrameFields = namedtuple('_FrameInfo', 'frame filename lineno function code_context index')
_TracebackFields = namedtuple('_Traceback', 'filename lineno function code_context index')


class FrameInfo(_FrameFields):
    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return super().__repr__()[:-1] + ', positions=%r)' % (self.positions,)


class Traceback(_TracebackFields):
    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return super().__repr__()[:-1] + ', positions=%r)' % (self.positions,)


def getframeinfo(frame, context=1):
    """Where a frame or traceback is, with `context` lines of its source around that place."""
    import linecache
    lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    code = frame.tb_frame.f_code if istraceback(frame) else frame.f_code
    lines = linecache.getlines(code.co_filename) if context > 0 else []
    start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
    near = lines[start:start + context]
    return Traceback(code.co_filename, lineno, code.co_name, near or None, lineno - 1 - start if near else None)


def getouterframes(frame, context=1):
    result = []
    while frame:
        result.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    result = []
    while tb:
        result.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return result


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'


def _state(running, suspended, frame):
    if running:
        return 'RUNNING'
    if suspended:
        return 'SUSPENDED'
    return 'CLOSED' if frame is None else 'CREATED'


def getgeneratorstate(generator):
    return 'GEN_' + _state(generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getcoroutinestate(coroutine):
    return 'CORO_' + _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None and isclass(object):
        for base in object.__mro__[1:]:
            doc = base.__doc__
            if base is not type.__base__ and doc is not None:
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getfile(object):
    if ismodule(object) and getattr(object, '__file__', None):
        return object.__file__
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__.co_filename
    if iscode(object):
        return object.co_filename
    if isclass(object) and getattr(sys.modules.get(object.__module__), '__file__', None):
        return sys.modules[object.__module__].__file__
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                    + type(object).__name__)


def getsourcelines(object):
    import linecache
    object = unwrap(object) if not ismodule(object) else object
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        first = next((i for i, line in enumerate(lines) if line.split('(')[0].split(':')[0].split() == ['class', object.__name__]), None)
        if first is None:
            raise OSError('could not find class definition')
    else:
        code = object.__func__.__code__ if ismethod(object) else object if iscode(object) else object.__code__
        first = code.co_firstlineno - 1
    return _block(lines[first:]), first + 1


def _block(lines):
    """The statement at the beginning: its decorators and header, and what is indented more."""
    margin = len(lines[0]) - len(lines[0].lstrip())
    end, in_body = 1, not lines[0].lstrip().startswith('@')
    for i, line in enumerate(lines[1:], 1):
        text = line.strip()
        if not text or text.startswith('#'):
            continue
        indent = len(line) - len(line.lstrip())
        if indent <= margin and in_body and text[0] not in ')]}':
            break
        in_body = in_body or text.startswith(('def ', 'class ', 'async '))
        end = i + 1
    return lines[:end]


def getsource(object):
    return ''.join(getsourcelines(object)[0])


# --- signatures ------------------------------------------------------------------------------------------------------


class _empty:
    """Marks what was not given."""


class _Kind(int):
    def __new__(cls, number, name, description):
        self = super().__new__(cls, number)
        self.name, self.description = name, description
        return self

    def __repr__(self):
        return '<_ParameterKind.%s: %d>' % (self.name, self)

    def __str__(self):
        return self.name


def _shown_annotation(annotation):
    if isinstance(annotation, type):
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation).replace('typing.', '')


formatannotation = _shown_annotation


class Parameter:
    POSITIONAL_ONLY = _Kind(0, 'POSITIONAL_ONLY', 'positional-only')
    POSITIONAL_OR_KEYWORD = _Kind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword')
    VAR_POSITIONAL = _Kind(2, 'VAR_POSITIONAL', 'variadic positional')
    KEYWORD_ONLY = _Kind(3, 'KEYWORD_ONLY', 'keyword-only')
    VAR_KEYWORD = _Kind(4, 'VAR_KEYWORD', 'variadic keyword')
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, **changes):
        fields = {'name': self.name, 'kind': self.kind, 'default': self.default, 'annotation': self.annotation, **changes}
        return Parameter(fields.pop('name'), fields.pop('kind'), **fields)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += ': ' + _shown_annotation(self.annotation)
        if self.default is not _empty:
            text += (' = ' if self.annotation is not _empty else '=') + repr(self.default)
        return {2: '*', 4: '**'}.get(int(self.kind), '') + text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, int(self.kind)))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        values = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind >= Parameter.KEYWORD_ONLY or name not in self.arguments:
                break
            if parameter.kind == Parameter.VAR_POSITIONAL:
                values.extend(self.arguments[name])
            else:
                values.append(self.arguments[name])
        return tuple(values)

    @property
    def kwargs(self):
        values, passed = {}, False
        for name, parameter in self.signature.parameters.items():
            passed = passed or parameter.kind >= Parameter.KEYWORD_ONLY or name not in self.arguments
            if not passed or name not in self.arguments:
                continue
            if parameter.kind == Parameter.VAR_KEYWORD:
                values.update(self.arguments[name])
            else:
                values[name] = self.arguments[name]
        return values

    def apply_defaults(self):
        complete = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind == Parameter.VAR_POSITIONAL:
                complete[name] = ()
            elif parameter.kind == Parameter.VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __repr__(self):
        return '<BoundArguments (%s)>' % ', '.join('%s=%r' % item for item in self.arguments.items())


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType({parameter.name: parameter for parameter in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **kwargs):
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=None):
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is None else return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, rest, named = {}, list(args), dict(kwargs)
        for name, parameter in self.parameters.items():
            if parameter.kind == Parameter.VAR_POSITIONAL:
                if rest:
                    arguments[name], rest = tuple(rest), []
            elif parameter.kind == Parameter.VAR_KEYWORD:
                if named:
                    arguments[name], named = named, {}
            elif rest and parameter.kind < Parameter.VAR_POSITIONAL:
                if name in named and parameter.kind != Parameter.POSITIONAL_ONLY:
                    raise TypeError('multiple values for argument %r' % name)
                arguments[name] = rest.pop(0)
            elif name in named and parameter.kind != Parameter.POSITIONAL_ONLY:
                arguments[name] = named.pop(name)
            elif parameter.default is _empty and not partial:
                only = 'keyword-only ' if parameter.kind == Parameter.KEYWORD_ONLY else ''
                raise TypeError('missing a required %sargument: %r' % (only, name)
                                if sys.version_info >= (3, 12) else 'missing a required argument: %r' % name)
        if rest:
            raise TypeError('too many positional arguments')
        if named:
            raise TypeError('got an unexpected keyword argument %r' % next(iter(named)))
        return BoundArguments(self, arguments)

    def __str__(self):
        pieces, star_is_needed, slash_is_needed = [], True, False
        for parameter in self.parameters.values():
            if slash_is_needed and parameter.kind != Parameter.POSITIONAL_ONLY:
                pieces.append('/')
            slash_is_needed = parameter.kind == Parameter.POSITIONAL_ONLY
            if parameter.kind == Parameter.VAR_POSITIONAL:
                star_is_needed = False
            elif parameter.kind == Parameter.KEYWORD_ONLY and star_is_needed:
                pieces.append('*')
                star_is_needed = False
            pieces.append(str(parameter))
        if slash_is_needed:
            pieces.append('/')
        text = '(%s)' % ', '.join(pieces)
        if self.return_annotation is not _empty:
            text += ' -> ' + _shown_annotation(self.return_annotation)
        return text

    def __repr__(self):
        return '<Signature %s>' % self

    def __eq__(self, other):
        return isinstance(other, Signature) and (list(self.parameters.values()), self.return_annotation) == (
            list(other.parameters.values()), other.return_annotation)

    def __hash__(self):
        return hash(tuple(self.parameters))


def _function_parameters(function):
    code, annotations = function.__code__, getattr(function, '__annotations__', {})
    names = code.co_varnames
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}

    def make(name, kind, default=_empty):
        return Parameter(name, kind, default=default, annotation=annotations.get(name, _empty))

    first_default = code.co_argcount - len(defaults)
    for i in range(code.co_argcount):
        kind = Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD
        yield make(names[i], kind, defaults[i - first_default] if i >= first_default else _empty)
    after = code.co_argcount + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        yield make(names[after], Parameter.VAR_POSITIONAL)
    for name in names[code.co_argcount:after]:
        yield make(name, Parameter.KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        yield make(names[after + bool(code.co_flags & CO_VARARGS)], Parameter.VAR_KEYWORD)


def _without_bound(whole, args, keywords):
    """What is left of a signature when a partial object has given some arguments."""
    parameters = list(whole.parameters.values())[len(args):]
    result, by_name = [], False
    for parameter in parameters:
        if parameter.name in keywords:
            by_name = True
            parameter = parameter.replace(default=keywords[parameter.name])
        if by_name and parameter.kind == Parameter.POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
        if not (by_name and parameter.kind == Parameter.VAR_POSITIONAL):
            result.append(parameter)
    return whole.replace(parameters=result)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError('%r is not a callable object' % (obj,))
    if ismethod(obj):
        whole = signature(obj.__func__)
        return whole.replace(parameters=list(whole.parameters.values())[1:])
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda function: hasattr(function, '__signature__'))
    own = getattr(obj, '__signature__', None)
    if isinstance(own, Signature):
        return own
    if isfunction(obj):
        return Signature(_function_parameters(obj), return_annotation=obj.__annotations__.get('return', _empty))
    if type(obj).__name__ == 'partial':
        return _without_bound(signature(obj.func), obj.args, obj.keywords)
    if isclass(obj):
        for name in ('__init__', '__new__'):
            function = getattr(obj, name, None)
            if isfunction(function):
                whole = signature(function)
                return whole.replace(parameters=list(whole.parameters.values())[1:], return_annotation=_empty)
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
    elif isfunction(getattr(type(obj), '__call__', None)):
        whole = signature(type(obj).__call__)
        return whole.replace(parameters=list(whole.parameters.values())[1:])
    raise ValueError('no signature found for builtin %r' % (obj,) if isbuiltin(obj) else
                     'no signature found for builtin type %r' % (obj,))


def getfullargspec(func):
    from collections import namedtuple
    spec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')
    function = func.__func__ if ismethod(func) else func
    code = function.__code__
    names, count = code.co_varnames, code.co_argcount + code.co_kwonlyargcount
    has_row = bool(code.co_flags & CO_VARARGS)
    annotations = dict(function.__annotations__)
    if 'return' in annotations:
        annotations = {'return': annotations.pop('return'), **annotations}
    return spec(list(names[:code.co_argcount]), names[count] if has_row else None,
                names[count + has_row] if code.co_flags & CO_VARKEYWORDS else None, function.__defaults__,
                list(names[code.co_argcount:count]), function.__kwdefaults__, annotations)
