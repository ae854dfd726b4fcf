"""Type hints: every form can be written, shown and taken apart; none of them checks anything."""

import collections
import collections.abc
import contextlib
import sys
from abc import ABCMeta, abstractmethod

__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional',
    'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet', 'ByteString',
    'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping',
    'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable',
    'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator', 'AsyncContextManager',
    'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt',
    'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet',
    'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO', 'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type',
    'assert_never', 'cast', 'clear_overloads', 'dataclass_transform', 'final', 'get_args', 'get_origin',
    'get_overloads', 'get_type_hints', 'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check',
    'no_type_check_decorator', 'NoReturn', 'NotRequired', 'overload', 'ParamSpecArgs', 'ParamSpecKwargs', 'Required',
    'reveal_type', 'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'Unpack']

TYPE_CHECKING = False
Text = str
_BuiltinAlias = type(list[int])
_BuiltinUnion = type(int | str)


def _type_repr(value):
    if isinstance(value, _BuiltinAlias):
        return repr(value)
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    if value is ...:
        return '...'
    if callable(value) and hasattr(value, '__qualname__'):
        return value.__name__
    return repr(value)


def _as_type(value):
    """What may stand as a parameter: None means its type, a string is a name that comes later."""
    if value is None:
        return type(None)
    return ForwardRef(value) if isinstance(value, str) else value


def _as_types(parameters):
    return tuple([_as_type(value) for value in (parameters if isinstance(parameters, tuple) else (parameters,))])


def _parameters_in(args):
    """The type variables in some parameters, each once, in order."""
    found = {}
    for value in args:
        if isinstance(value, _Variable):
            found[value] = None
        elif isinstance(value, (list, tuple)):
            found.update(dict.fromkeys(_parameters_in(value)))
        elif not isinstance(value, type):
            found.update(dict.fromkeys(getattr(value, '__parameters__', ())))
    return tuple(found)


def _replaced(value, replacements):
    if isinstance(value, _Variable):
        return replacements.get(value, value)
    if isinstance(value, (list, tuple)):
        return type(value)(_replaced(item, replacements) for item in value)
    parameters = () if isinstance(value, type) else getattr(value, '__parameters__', ())
    if parameters:
        return value[tuple([replacements.get(parameter, parameter) for parameter in parameters])]
    return value



class _Orable:
    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _SpecialForm(_Orable):
    """Such as Union: a name that only brackets make a type of."""

    def __init__(self, name, getitem=None):
        self._name = name
        self._getitem = getitem

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class ForwardRef(_Orable):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns):
        return _as_type(eval(self.__forward_arg__, globalns, localns))

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


def _caller_module(depth=2):
    try:
        return sys._getframe(depth).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return None


class _Variable(_Orable):
    """TypeVar, ParamSpec, TypeVarTuple."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = _as_types(constraints)
        self.__bound__ = None if bound is None else _as_type(bound)
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        module = _caller_module()
        if module != 'typing':
            self.__module__ = module

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __typing_subst__(self, value):
        return _as_type(value)


class TypeVar(_Variable):
    pass


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs(ParamSpecArgs):
    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class ParamSpec(_Variable):
    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Variable):
    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class _Alias(_Orable):
    """Something with parameters in brackets: List[int]. Attributes, calls and inheritance go to its origin."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self.__parameters__ = _parameters_in(args)
        self.__module__ = 'typing' if name else origin.__module__

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        return f'{name}[{", ".join(map(_type_repr, self.__args__)) or "()"}]'

    def __call__(self, *args, **kwargs):
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __getitem__(self, parameters):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        given = _as_types(parameters)
        wanted = self.__parameters__
        if len(given) != len(wanted) and not any(isinstance(v, (ParamSpec, TypeVarTuple)) for v in wanted):
            raise TypeError(f"Too {'many' if len(given) > len(wanted) else 'few'} arguments for {self}; actual "
                            f"{len(given)}, expected {len(wanted)}")
        replacements = dict(zip(wanted, given))
        return self._with([_replaced(value, replacements) for value in self.__args__])

    def _with(self, args):
        return type(self)(self.__origin__, tuple(args), self._name)

    def __mro_entries__(self, bases):
        if self._name and self.__origin__ is not Generic:
            # A name of typing: its class, and Generic unless that comes anyway.
            result = [] if self.__origin__ in bases else [self.__origin__]
            position = bases.index(self)
            later = [b for b in bases[position + 1:] if isinstance(b, _Alias) or b is Generic]
            return tuple(result if later else result + [Generic])
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            position = bases.index(self)
            if any(isinstance(b, _Alias) and b is not self for b in bases[position + 1:]):
                return ()
        return (self.__origin__,)

    def __getattr__(self, name):
        if '__origin__' in self.__dict__ and not (name.startswith('__') and name.endswith('__')):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name.startswith('_'):
            self.__dict__[name] = value
        else:
            setattr(self.__origin__, name, value)

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__

    def __reduce__(self):
        return _subscribe, (globals()[self._name] if self._name else self.__origin__, self.__args__)


def _subscribe(origin, args):
    return origin[args]


class _UnionAlias(_Alias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            other = args[0] if args[1] is type(None) else args[1]
            return f'typing.Optional[{_type_repr(other)}]'
        return f'typing.Union[{", ".join(map(_type_repr, args))}]'

    def _with(self, args):
        return Union[tuple(args)]

    def __eq__(self, other):
        if not isinstance(other, (_UnionAlias, _BuiltinUnion)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, obj):
        return any(isinstance(obj, kind) for kind in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, kind) for kind in self.__args__)


_UnionAlias.__name__ = _UnionAlias.__qualname__ = '_UnionGenericAlias'


class _CallableAlias(_Alias):
    def __repr__(self):
        *parameters, result = self.__args__
        if parameters == [...] or (len(parameters) == 1 and isinstance(parameters[0], (ParamSpec, _Alias))
                                   and parameters[0] is not None and _is_parameter_list(parameters[0])):
            return f'typing.Callable[{_type_repr(parameters[0])}, {_type_repr(result)}]'
        return f'typing.Callable[[{", ".join(map(_type_repr, parameters))}], {_type_repr(result)}]'


def _is_parameter_list(value):
    return isinstance(value, ParamSpec) or getattr(value, '_name', None) == 'Concatenate'


class _LiteralAlias(_Alias):
    def __repr__(self):
        return f'typing.Literal[{", ".join(map(repr, self.__args__))}]'

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(type(v), v) for v in self.__args__} == {(type(v), v) for v in other.__args__}

    def __hash__(self):
        return hash(frozenset([(type(v), v) for v in self.__args__]))


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        self.__origin__ = origin
        self.__metadata__ = metadata
        self.__args__ = (origin,)
        self._name = 'Annotated'
        self.__parameters__ = _parameters_in(self.__args__)
        self.__module__ = 'typing'

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


def _union(form, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for value in _as_types(parameters):
        flat.extend(value.__args__ if isinstance(value, (_UnionAlias, _BuiltinUnion)) else [value])
    unique = []
    for value in flat:
        if value not in unique:
            unique.append(value)
    return unique[0] if len(unique) == 1 else _UnionAlias(Union, tuple(unique), 'Union')


def _optional(form, parameter):
    if isinstance(parameter, tuple):
        raise TypeError(f"{form} requires a single type. Got {parameter!r}.")
    return Union[_as_type(parameter), type(None)]


def _literal(form, parameters):
    flat = []
    for value in parameters if isinstance(parameters, tuple) else (parameters,):
        flat.extend(value.__args__ if isinstance(value, _LiteralAlias) else [value])
    unique = []
    for value in flat:
        if not any(type(value) is type(known) and value == known for known in unique):
            unique.append(value)
    return _LiteralAlias(Literal, tuple(unique), 'Literal')


def _one_parameter(form, parameter):
    if isinstance(parameter, tuple):
        raise TypeError(f'{form} accepts only single type.')
    return _Alias(form, (_as_type(parameter),), form._name)


Union = _SpecialForm('Union', _union)
Optional = _SpecialForm('Optional', _optional)
Literal = _SpecialForm('Literal', _literal)
ClassVar = _SpecialForm('ClassVar', _one_parameter)
Final = _SpecialForm('Final', _one_parameter)
Required = _SpecialForm('Required', _one_parameter)
NotRequired = _SpecialForm('NotRequired', _one_parameter)
TypeGuard = _SpecialForm('TypeGuard', _one_parameter)
Unpack = _SpecialForm('Unpack', _one_parameter)
Concatenate = _SpecialForm('Concatenate', lambda form, parameters: _Alias(form, _as_types(parameters), 'Concatenate'))
NoReturn = _SpecialForm('NoReturn')
Never = _SpecialForm('Never')
Self = _SpecialForm('Self')
LiteralString = _SpecialForm('LiteralString')
TypeAlias = _SpecialForm('TypeAlias')


class Annotated:
    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple) or len(parameters) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        return _AnnotatedAlias(_as_type(parameters[0]), tuple(parameters[1:]))


class _Name(_Orable):
    """A name of typing for a class that exists elsewhere: List for list."""

    def __init__(self, origin, count, name):
        self.__origin__ = origin
        self._count = count  # of its parameters; -1: any
        self._name = name
        self.__module__ = 'typing'

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, parameters):
        if isinstance(self.__origin__, type) and self.__origin__ is tuple and parameters == ():
            return _Alias(tuple, (), 'Tuple')
        args = _as_types(parameters)
        if self._count >= 0 and len(args) != self._count:
            if self._count == 0:
                raise TypeError(f"{self} is not a generic class")
            raise TypeError(f"Too {'many' if len(args) > self._count else 'few'} arguments for {self}; actual "
                            f"{len(args)}, expected {self._count}")
        return _Alias(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        if self._name in ('Deque', 'DefaultDict', 'OrderedDict', 'Counter', 'ChainMap'):
            return self.__origin__(*args, **kwargs)
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        result = [] if self.__origin__ in bases else [self.__origin__]
        if not any(isinstance(b, _Alias) or b is Generic for b in bases):
            result.append(Generic)
        return tuple(result)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        if '__origin__' in self.__dict__ and not (name.startswith('__') and name.endswith('__')):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __reduce__(self):
        return self._name


class _CallableName(_Name):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        listed, result = parameters
        if isinstance(listed, list):
            args = _as_types(tuple(listed))
        elif listed is ... or _is_parameter_list(listed):
            args = (listed,)
        else:
            raise TypeError(f"Callable[args, result]: args must be a list. Got {listed}")
        return _CallableAlias(collections.abc.Callable, args + (_as_type(result),), 'Callable')


def _define_names():
    scope = globals()
    for name, count in (
            ('Awaitable', 1), ('Coroutine', 3), ('AsyncIterable', 1), ('AsyncIterator', 1), ('Iterable', 1),
            ('Iterator', 1), ('Reversible', 1), ('Container', 1), ('Collection', 1), ('MutableSet', 1),
            ('Mapping', 2), ('MutableMapping', 2), ('Sequence', 1), ('MutableSequence', 1), ('ByteString', 0),
            ('MappingView', 1), ('KeysView', 1), ('ItemsView', 2), ('ValuesView', 1), ('Generator', 3),
            ('AsyncGenerator', 2), ('Hashable', 0), ('Sized', 0)):
        scope[name] = _Name(getattr(collections.abc, name), count, name)
    for name, origin, count in (
            ('List', list, 1), ('Dict', dict, 2), ('Set', set, 1), ('FrozenSet', frozenset, 1), ('Tuple', tuple, -1),
            ('Type', type, 1), ('Deque', collections.deque, 1), ('DefaultDict', collections.defaultdict, 2),
            ('OrderedDict', collections.OrderedDict, 2), ('Counter', collections.Counter, 1),
            ('ChainMap', collections.ChainMap, 2), ('AbstractSet', collections.abc.Set, 1),
            ('ContextManager', contextlib.AbstractContextManager, 1),
            ('AsyncContextManager', contextlib.AbstractAsyncContextManager, 1)):
        scope[name] = _Name(origin, count, name)
    scope['Callable'] = _CallableName(collections.abc.Callable, 2, 'Callable')


_define_names()


def __getattr__(name):
    # These need the module re, which few programs import.
    if name in ('Pattern', 'Match'):
        import re
        made = globals()[name] = _Name(getattr(re, name), 1, name)
        return made
    raise AttributeError(f"module 'typing' has no attribute {name!r}")


class Generic:
    """Base of classes with type parameters of their own."""

    __slots__ = ()

    def __class_getitem__(cls, parameters):
        args = _as_types(parameters) if parameters != () else ()
        if cls in (Generic, Protocol):
            if not args:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(value, _Variable) or getattr(value, '_name', '') == 'Unpack' for value in args):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                "specification variables.")
            if len(set(args)) != len(args):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _Alias(cls, args, cls.__name__)
        wanted = getattr(cls, '__parameters__', ())
        if not wanted:
            raise TypeError(f"{cls} is not a generic class")
        if len(args) != len(wanted) and not any(isinstance(v, (ParamSpec, TypeVarTuple)) for v in wanted):
            raise TypeError(f"Too {'many' if len(args) > len(wanted) else 'few'} arguments for {cls}; actual "
                            f"{len(args)}, expected {len(wanted)}")
        return _Alias(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        original = cls.__dict__.get('__orig_bases__', ())
        declared = [base for base in original if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol)]
        if Generic in original or ('__orig_bases__' not in cls.__dict__ and Generic in cls.__bases__
                                   and cls.__name__ != 'Protocol'):
            raise TypeError("Cannot inherit from plain Generic")
        used = _parameters_in(original)
        cls.__parameters__ = declared[0].__parameters__ if declared else used


_PROTOCOL_OWN = frozenset((
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__',
    '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__', '__parameters__', '__orig_bases__',
    '__orig_class__', '_is_protocol', '_is_runtime_protocol', '__qualname__', '__init_subclass__', '_abc_registry',
    '_abc_cache', '_abc_negative_cache', '_abc_negative_version', '__firstlineno__', '__static_attributes__'))


def _protocol_members(cls):
    names = {}
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', {})):
            if not name.startswith('_abc_') and name not in _PROTOCOL_OWN:
                names[name] = None
    return list(names)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if getattr(cls, '_is_protocol', False):
            if not getattr(cls, '_is_runtime_protocol', False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if super().__instancecheck__(instance) if not _has_data(cls) else False:
                return True
            return all(hasattr(instance, name) and (
                not callable(getattr(cls, name, None)) or getattr(instance, name) is not None)
                for name in _protocol_members(cls))
        return super().__instancecheck__(instance)


def _has_data(cls):
    return any(not callable(getattr(cls, name, None)) for name in _protocol_members(cls))


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    # A class that implements a protocol takes the next real __init__, which the protocol's stands before.
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            break
    else:
        init = object.__init__
    cls.__init__ = init
    init(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that only say which methods are asked for."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_init_or_replace_init


def _protocol_hook(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    if not cls._is_runtime_protocol:
        return NotImplemented
    if _has_data(cls):
        raise TypeError("Protocols with non-method members don't support issubclass()")
    for name in _protocol_members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def runtime_checkable(cls):
    if not (isinstance(cls, type) and issubclass(cls, Generic) and getattr(cls, '_is_protocol', False)):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % cls)
    cls._is_runtime_protocol = True
    return cls


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)


@runtime_checkable
class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    @abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    @abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    @abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    @abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    @abstractmethod
    def __round__(self, ndigits=0):
        pass


class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


def _named_tuple(name, fields, defaults=(), module=None):
    annotations = {field: _as_type(kind) for field, kind in fields}
    made = collections.namedtuple(name, list(annotations), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = annotations
    return made


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        annotations = namespace.get('__annotations__', {})
        defaults = []
        for field in annotations:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                given = [name for name in annotations if name in namespace]
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(given) > 1 else ''} {', '.join(given)}")
        made = _named_tuple(typename, annotations.items(), defaults, namespace['__module__'])
        bases = tuple([tuple if base is _NamedTuple else base for base in bases])
        if bases != made.__bases__:  # with Generic: the same class once more
            made = type(typename, bases, {key: value for key, value in made.__dict__.items() if key != '__dict__'})
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make',
                       '_replace', '_asdict', '_source'):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ('__module__', '__name__', '__annotations__', '__classcell__') and key not in made._fields:
                setattr(made, key, value)
        return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


def NamedTuple(typename, fields=None, /, **kwargs):
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    return _named_tuple(typename, fields, module=_caller_module())


NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        made = type.__new__(cls, name, (dict,), namespace)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required.update(base.__dict__.get('__required_keys__', ()))
            optional.update(base.__dict__.get('__optional_keys__', ()))
        for key, kind in namespace.get('__annotations__', {}).items():
            annotations[key] = _as_type(kind)
            form = getattr(kind, '_name', None)
            (required if form == 'Required' or (total and form != 'NotRequired') else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if not hasattr(made, '__total__'):
            made.__total__ = total
        return made

    __call__ = dict

    def __instancecheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    namespace = {'__annotations__': dict(kwargs if fields is None else fields), '__module__': _caller_module()}
    return _TypedDictMeta(typename, (), namespace, total=total)


TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class NewType(_Orable):
    """A function that gives back what it gets, to the eye another type."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = _caller_module()

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    function = getattr(func, '__func__', func)
    key = getattr(function, '__module__', None), getattr(function, '__qualname__', None)
    _overloads.setdefault(key, []).append(func)
    return _overload_dummy


def get_overloads(func):
    function = getattr(func, '__func__', func)
    return list(_overloads.get((function.__module__, function.__qualname__), []))


def clear_overloads():
    _overloads.clear()


def no_type_check(arg):
    arg.__no_type_check__ = True
    return arg


def no_type_check_decorator(decorator):
    return lambda *args, **kwds: no_type_check(decorator(*args, **kwds))


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _Name, _BuiltinAlias, ParamSpecArgs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _BuiltinUnion if isinstance(tp, _BuiltinUnion) else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if not isinstance(tp, (_Alias, _BuiltinAlias, _BuiltinUnion)):
        return ()
    args = tp.__args__
    if get_origin(tp) is collections.abc.Callable and not (len(args) == 2 and (
            args[0] is ... or _is_parameter_list(args[0]))):
        return (list(args[:-1]), args[-1])
    return args


def _evaluated(value, globalns, localns):
    if isinstance(value, str):
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        return _evaluated(value._evaluate(globalns, localns), globalns, localns)
    if isinstance(value, _AnnotatedAlias):
        return _AnnotatedAlias(_evaluated(value.__origin__, globalns, localns), value.__metadata__)
    if isinstance(value, _LiteralAlias):
        return value
    if isinstance(value, _Alias):
        return value._with([_evaluated(arg, globalns, localns) for arg in value.__args__])
    if isinstance(value, _BuiltinAlias):
        return _BuiltinAlias(value.__origin__, tuple([_evaluated(a, globalns, localns) for a in value.__args__]))
    return type(None) if value is None else value


def _without_extras(value):
    if isinstance(value, _AnnotatedAlias):
        return _without_extras(value.__origin__)
    if isinstance(value, _Alias) and value._name in ('Required', 'NotRequired'):
        return _without_extras(value.__args__[0])
    if isinstance(value, _Alias) and not isinstance(value, _LiteralAlias):
        return value._with([_without_extras(arg) for arg in value.__args__])
    return value


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, function or module, with names in strings looked up."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            scope = globalns if globalns is not None else getattr(
                sys.modules.get(base.__module__, None), '__dict__', {})
            names = dict(vars(base)) if localns is None else localns
            for name, value in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _evaluated(value, scope, names)
    else:
        wrapped = obj
        while hasattr(wrapped, '__wrapped__'):
            wrapped = wrapped.__wrapped__
        scope = globalns if globalns is not None else getattr(
            wrapped, '__globals__', getattr(obj, '__dict__', {}))
        annotations = getattr(obj, '__annotations__', None)
        if annotations is None:
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        for name, value in annotations.items():
            hints[name] = _evaluated(value, scope, scope if localns is None else localns)
    return hints if include_extras else {name: _without_extras(value) for name, value in hints.items()}
