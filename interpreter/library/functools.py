"""Functions of functions. What `_functools` brings in native form replaces the definition given here."""

__all__ = [
    'update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key',
    'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property']

from _collections import OrderedDict
from _thread import RLock

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            setattr(wrapper, name, getattr(wrapped, name))
        except AttributeError:
            pass
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _from_order(root, wanted_sign, or_equal, negate):
    """Makes one comparison from another: `root(a, b)`, negated or not, with the equal case put in or taken out."""

    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negate:
            result = not result
        if or_equal is None:
            return result
        return (result or self == other) if or_equal else (result and self != other)

    compare.__name__ = compare.__qualname__ = wanted_sign
    return compare


# wanted comparison: how to have it from the root; (equal case put in, taken out or right already; negated)
_derived_comparisons = {
    '__lt__': {'__gt__': (False, True), '__le__': (True, False), '__ge__': (None, True)},
    '__le__': {'__ge__': (True, True), '__lt__': (False, False), '__gt__': (None, True)},
    '__gt__': {'__lt__': (False, True), '__ge__': (True, False), '__le__': (None, True)},
    '__ge__': {'__le__': (True, True), '__gt__': (False, False), '__lt__': (None, True)},
}


def total_ordering(cls):
    roots = {name for name in _derived_comparisons if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)  # as CPython does: __lt__ before __le__ before __gt__ before __ge__
    for name, (or_equal, negate) in _derived_comparisons[root].items():
        if name not in roots:
            setattr(cls, name, _from_order(root, name, or_equal, negate))
    return cls


def cmp_to_key(mycmp):
    class KeyWrapper:
        __slots__ = ['obj']
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return KeyWrapper


_missing = object()


def reduce(function, sequence, initial=_missing, /):
    items = iter(sequence)
    if initial is _missing:
        try:
            value = next(items)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in items:
        value = function(value, item)
    return value


class partial:
    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        kind = type(self)
        parts = [repr(self.func)]
        parts.extend(repr(value) for value in self.args)
        parts.extend(f"{name}={value!r}" for name, value in self.keywords.items())
        name = kind.__qualname__ if kind.__module__ != 'functools' else f"functools.{kind.__qualname__}"
        return f"{name}({', '.join(parts)})"


try:
    from _functools import cmp_to_key, partial, reduce
except ImportError:
    pass


class partialmethod:
    """A method with some arguments given in advance."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        kind = type(self)
        parts = [repr(self.func)]
        parts.extend(repr(value) for value in self.args)
        parts.extend(f"{name}={value!r}" for name, value in self.keywords.items())
        return f"{kind.__module__}.{kind.__qualname__}({', '.join(parts)})"

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        if bind is not None:
            bound = bind(obj, cls)
            if bound is not self.func:
                return partial(bound, *self.args, **self.keywords)

        def method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        return method.__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


class _CacheInfo(tuple):
    """What cache_info() returns; a named tuple, written out so that `collections` need not be imported for it."""

    __slots__ = ()
    _fields = __match_args__ = ('hits', 'misses', 'maxsize', 'currsize')
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % tuple(self)


_CacheInfo.__name__ = _CacheInfo.__qualname__ = 'CacheInfo'
_keywords_mark = object()


def _make_key(args, kwds, typed):
    if not kwds and not typed:
        if len(args) == 1 and type(args[0]) in (int, str):
            return args[0]
        return args
    key = args
    if kwds:
        key += (_keywords_mark,)
        for item in kwds.items():
            key += item
    if typed:
        key += tuple(type(value) for value in args) + tuple(type(value) for value in kwds.values())
    return key


class _lru_cache_wrapper:
    """A function with a memory of its results, the least recently used of which is forgotten first.

    The function itself is called without any lock: two threads that miss at the same time both call it.
    """

    def __init__(self, user_function, maxsize, typed, cache_info_type):
        self.__wrapped__ = user_function
        self._maxsize = maxsize
        self._typed = typed
        self._results = OrderedDict()
        self._hits = self._misses = 0

    def __call__(self, /, *args, **kwds):
        if self._maxsize == 0:
            self._misses += 1
            return self.__wrapped__(*args, **kwds)
        results = self._results
        key = _make_key(args, kwds, self._typed)
        result = results.get(key, _missing)
        if result is not _missing:
            self._hits += 1
            if self._maxsize is not None and key in results:
                results.move_to_end(key)
            return result
        self._misses += 1
        result = self.__wrapped__(*args, **kwds)
        results[key] = result
        if self._maxsize is not None and len(results) > self._maxsize:
            results.popitem(last=False)
        return result

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return _bound_method(self, obj)

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {id(self):#x}>"

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._results))

    def cache_clear(self):
        self._results.clear()
        self._hits = self._misses = 0


_bound_method = type(_CacheInfo(0, 0, 0, 0).__repr__)

try:
    from _functools import _lru_cache_wrapper
except ImportError:
    pass


def lru_cache(maxsize=128, typed=False):
    """Use as @lru_cache or as @lru_cache(maxsize, typed)."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _remember(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda user_function: _remember(user_function, maxsize, typed)


def _remember(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once and then stands in the instance.

    As in Python 3.11 one lock guards the property in all instances at once: a slow one holds up the others.
    """

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = RLock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {name!r} "
                            f"property.") from None
        value = values.get(name, _missing)
        if value is _missing:
            with self.lock:
                value = values.get(name, _missing)
                if value is _missing:
                    value = values[name] = self.func(instance)
        return value


def _find_implementation(cls, registry):
    """The implementation registered for the class nearest to `cls`, with abstract classes where they would inherit."""
    order = list(cls.__mro__)
    abstract = [kind for kind in registry if kind not in order and issubclass(cls, kind)]
    for candidate in order:
        if candidate is not object and candidate in registry:
            nearest = candidate
            break
        # An abstract class stands just behind the last class that gets it, by registration or by its methods.
        here = [kind for kind in abstract if issubclass(candidate, kind)
                and not any(issubclass(base, kind) for base in candidate.__bases__)]
        here = [kind for kind in here if not any(other is not kind and issubclass(other, kind) for other in here)]
        if len(here) > 1:
            raise RuntimeError(f"Ambiguous dispatch: {here[0]} or {here[1]}")
        if here:
            nearest = here[0]
            break
    else:
        nearest = object
    return registry.get(nearest)


def _is_class_or_union(value):
    return isinstance(value, type) or bool(_classes_of(value))


def _classes_of(union):
    parts = getattr(union, '__args__', ())
    is_union = type(union).__name__ in ('UnionType', '_UnionGenericAlias')
    return parts if is_union and all(isinstance(part, type) for part in parts) else ()


def singledispatch(func):
    """A function whose implementation is chosen by the type of its first argument."""
    registry = {}
    chosen = {}
    funcname = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        if cls not in chosen:
            chosen[cls] = registry[cls] if cls in registry else _find_implementation(cls, registry)
        return chosen[cls]

    def register(cls, func=None):
        if _is_class_or_union(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            func = cls
            annotations = getattr(func, '__annotations__', {})
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)`"
                                " or plain `@register` on an annotated function.")
            argname, cls = next(iter(annotations.items()))
            if not _is_class_or_union(cls):
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        for kind in _classes_of(cls) or (cls,):
            registry[kind] = func
        chosen.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = chosen.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            implementation = self.dispatcher.dispatch(args[0].__class__)
            return implementation.__get__(obj, cls)(*args, **kwargs)

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
