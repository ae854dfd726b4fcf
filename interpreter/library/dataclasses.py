"""Classes whose methods follow from the annotated fields in their body."""

import sys
from types import MappingProxyType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        kind = self.type
        return f'dataclasses.InitVar[{kind.__name__ if isinstance(kind, type) else repr(kind)}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        shown = ','.join(f'{name}={getattr(self, name)!r}' for name in (
            'name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only'))
        return f'Field({shown},_field_type={self._field_type})'

    def __set_name__(self, owner, name):
        follow = getattr(type(self.default), '__set_name__', None)
        if follow:
            follow(self.default, owner, name)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return '_DataclassParams(' + ','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__) + ')'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_kind(annotation, name, module_name):
    """Whether an annotation, perhaps as a string, is such as ClassVar of typing, with or without brackets."""
    if isinstance(annotation, str):
        text = annotation.split('[')[0].strip()
        return text == name or text == f'{module_name}.{name}'
    module = sys.modules.get(module_name)
    if module is None:
        return False
    target = getattr(module, name)
    if annotation is target or getattr(annotation, '__origin__', None) is target:
        return True
    return isinstance(target, type) and type(annotation) is target


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING  # a slot of that name
        made = field(default=default)
    made.name = name
    made.type = annotation
    if _is_kind(annotation, 'ClassVar', 'typing'):
        made._field_type = _FIELD_CLASSVAR
    elif _is_kind(annotation, 'InitVar', 'dataclasses'):
        made._field_type = _FIELD_INITVAR
    else:
        made._field_type = _FIELD
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if made._field_type is not _FIELD_CLASSVAR:
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: use default_factory')
    return made


def _collect_fields(cls, kw_only):
    """The fields of the bases and of the class, in order; and whether any base is frozen, or not."""
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        found.update(getattr(base, _FIELDS, {}) if _FIELDS in base.__dict__ else {})
    seen_marker = False
    own = []
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        if annotation is KW_ONLY or _is_kind(annotation, 'KW_ONLY', 'dataclasses'):
            if seen_marker:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_marker = kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, kw_only))
    for made in own:
        found[made.name] = made
        # The class keeps the default only.
        if isinstance(getattr(cls, made.name, None), Field):
            if made.default is MISSING:
                delattr(cls, made.name)
            else:
                setattr(cls, made.name, made.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return found


def _define(cls, name, arguments, body, scope):
    """A method made from source, so that it is called, and refused, as one written by hand would be."""
    text = f"def {name}({', '.join(arguments)}):\n" + '\n'.join('  ' + line for line in body)
    namespace = {}
    exec(text, {**scope, '__name__': cls.__module__, '__builtins__': __builtins__}, namespace)
    function = namespace[name]
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    return function


def _add(cls, name, function):
    """Sets a method unless the class has it; says whether it has."""
    if name in cls.__dict__:
        return True
    setattr(cls, name, function)
    return False


def _init_function(cls, all_fields, frozen):
    taken = [f for f in all_fields if f._field_type is not _FIELD_CLASSVAR]
    positional = [f for f in taken if f.init and not f.kw_only]
    keyword = [f for f in taken if f.init and f.kw_only]
    with_default = False
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            with_default = True
        elif with_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument')
    this = '__dataclass_self__' if any(f.name == 'self' for f in taken) else 'self'
    scope = {'_factory': _HAS_DEFAULT_FACTORY, '_set': object.__setattr__}
    body = []

    def assign(name, value):
        body.append(f'_set({this}, {name!r}, {value})' if frozen else f'{this}.{name} = {value}')

    def argument(f):
        if f.default_factory is not MISSING:
            return f'{f.name}=_factory'
        if f.default is not MISSING:
            scope[f'_default_{f.name}'] = f.default
            return f'{f.name}=_default_{f.name}'
        return f.name

    for f in taken:
        if f.default_factory is not MISSING:
            scope[f'_make_{f.name}'] = f.default_factory
            value = f'_make_{f.name}()'
            assign(f.name, f'{value} if {f.name} is _factory else {f.name}' if f.init else value)
        elif f._field_type is _FIELD and f.init:
            assign(f.name, f.name)
        elif f._field_type is _FIELD and f.default is not MISSING and '__slots__' in cls.__dict__:
            scope[f'_default_{f.name}'] = f.default
            assign(f.name, f'_default_{f.name}')
    if hasattr(cls, _POST_INIT_NAME):
        passed = ', '.join(f.name for f in taken if f._field_type is _FIELD_INITVAR)
        body.append(f'{this}.{_POST_INIT_NAME}({passed})')
    arguments = [this] + [argument(f) for f in positional]
    if keyword:
        arguments += ['*'] + [argument(f) for f in keyword]
    function = _define(cls, '__init__', arguments, body or ['pass'], scope)
    function.__annotations__ = {f.name: f.type.type if isinstance(f.type, InitVar) else f.type
                                for f in positional + keyword}
    function.__annotations__['return'] = None
    return function


def _guard_recursion(function):
    """A repr() that meets itself shows three dots."""
    from _thread import get_ident
    from functools import wraps
    running = set()

    @wraps(function)
    def wrapper(self):
        key = id(self), get_ident()
        if key in running:
            return '...'
        running.add(key)
        try:
            return function(self)
        finally:
            running.discard(key)
    return wrapper


def _tuple_of(this, fields):
    return '(' + ''.join(f'{this}.{f.name},' for f in fields) + ')'


def _set_comparisons(cls, fields, order):
    compared = [f for f in fields if f.compare]
    operators = [('__eq__', '==')]
    if order:
        operators += [('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')]
    for name, operator in operators:
        function = _define(cls, name, ['self', 'other'], [
            'if other.__class__ is self.__class__:',
            f' return {_tuple_of("self", compared)}{operator}{_tuple_of("other", compared)}',
            'return NotImplemented'], {})
        if _add(cls, name, function) and name != '__eq__':
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. Consider using '
                            'functools.total_ordering')


def _set_frozen(cls, fields):
    names = {f.name for f in fields}

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        function.__qualname__ = f'{cls.__qualname__}.{function.__name__}'
        if _add(cls, function.__name__, function):
            raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}')


def _set_hash(cls, fields, unsafe_hash, eq, frozen):
    own_hash = cls.__dict__.get('__hash__', MISSING)
    # A class that defines __eq__ gets __hash__ = None from the language, which is not an explicit one.
    explicit = not (own_hash is MISSING or (own_hash is None and '__eq__' in cls.__dict__))
    if unsafe_hash and explicit:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if unsafe_hash or (eq and frozen and not explicit):
        hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = _define(cls, '__hash__', ['self'], [f'return hash({_tuple_of("self", hashed)})'], {})
    elif eq and not explicit:
        cls.__hash__ = None


def _shown_annotation(annotation):
    if isinstance(annotation, type) and type(annotation) is type:
        module = annotation.__module__
        return annotation.__qualname__ if module == 'builtins' else f'{module}.{annotation.__qualname__}'
    return repr(annotation).replace('typing.', '') if not isinstance(annotation, str) else repr(annotation)


def _signature_text(cls, all_fields):
    arguments = []
    taken = [f for f in all_fields if f._field_type is not _FIELD_CLASSVAR and f.init]
    keyword_only = [f for f in taken if f.kw_only]
    for f in [f for f in taken if not f.kw_only] + keyword_only:
        if keyword_only and f is keyword_only[0]:
            arguments.append('*')
        annotation = f.type.type if isinstance(f.type, InitVar) else f.type
        text = f'{f.name}: {_shown_annotation(annotation)}'
        if f.default_factory is not MISSING:
            text += ' = <factory>'
        elif f.default is not MISSING:
            text += f' = {f.default!r}'
        arguments.append(text)
    return f"{cls.__name__}({', '.join(arguments)})"


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    base_params = [base.__dict__[_PARAMS] for base in cls.__mro__[1:] if _PARAMS in base.__dict__]
    found = _collect_fields(cls, kw_only)
    setattr(cls, _FIELDS, found)
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    if base_params and frozen and not any(params.frozen for params in base_params):
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    if not frozen and any(params.frozen for params in base_params):
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    all_fields = list(found.values())
    fields = [f for f in all_fields if f._field_type is _FIELD]
    _set_hash(cls, fields, unsafe_hash, eq, frozen)
    if init:
        _add(cls, '__init__', _init_function(cls, all_fields, frozen))
    if repr:
        shown = ', '.join(f'{f.name}={{self.{f.name}!r}}' for f in fields if f.repr)
        function = _define(cls, '__repr__', ['self'], [f'return self.__class__.__qualname__ + f"({shown})"'], {})
        _add(cls, '__repr__', _guard_recursion(function))
    if eq:
        _set_comparisons(cls, fields, order)
    if frozen:
        _set_frozen(cls, fields)
    if not getattr(cls, '__doc__'):
        cls.__doc__ = _signature_text(cls, all_fields)
    if match_args:
        _add(cls, '__match_args__', tuple(
            f.name for f in all_fields if f.init and not f.kw_only and f._field_type is not _FIELD_CLASSVAR))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    return _with_slots(cls, fields, weakref_slot, frozen) if slots else cls


def _with_slots(cls, fields, weakref_slot, frozen):
    """The same class made anew: slots cannot be added to one that exists."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        inherited.update([slots] if isinstance(slots, str) else slots)
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields if f.name not in inherited)
    namespace['__slots__'] = names + (('__weakref__',) if weakref_slot else ())
    for name in [f.name for f in fields] + ['__dict__', '__weakref__']:
        namespace.pop(name, None)
    qualname = cls.__qualname__
    result = type(cls)(cls.__name__, cls.__bases__, namespace)
    result.__qualname__ = qualname
    if frozen:
        for name in ('__setattr__', '__delattr__'):
            if getattr(namespace.get(name), '__closure__', None):
                delattr(result, name)
        _set_frozen(result, fields)
        if '__getstate__' not in cls.__dict__:
            result.__getstate__ = lambda self: [getattr(self, f.name) for f in fields]
            result.__setstate__ = lambda self, state: [
                object.__setattr__(self, f.name, value) for f, value in zip(fields, state)] and None
    return result


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                              weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _unfold(obj, lambda pairs: dict_factory(pairs), dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _unfold(obj, lambda pairs: tuple_factory([value for _, value in pairs]), None)


def _unfold(obj, make, dict_factory):
    if _is_instance(obj):
        return make([(f.name, _unfold(getattr(obj, f.name), make, dict_factory)) for f in fields(obj)])
    kind = type(obj)
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return kind(*[_unfold(value, make, dict_factory) for value in obj])
    if isinstance(obj, (list, tuple)):
        return kind([_unfold(value, make, dict_factory) for value in obj])
    if isinstance(obj, dict):
        return kind((_unfold(key, make, dict_factory), _unfold(value, make, dict_factory))
                    for key, value in obj.items())
    from copy import deepcopy
    return deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    namespace = dict(namespace or {})
    annotations = {}
    for item in fields:
        name, annotation = (item, 'typing.Any') if isinstance(item, str) else item[:2]
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        if not isinstance(item, str) and len(item) == 3:
            namespace[name] = item[2]
        annotations[name] = annotation
    namespace['__annotations__'] = annotations
    from types import new_class
    cls = new_class(cls_name, bases, {}, lambda body: body.update(namespace))
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
