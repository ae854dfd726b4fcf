"""Shallow and deep copies."""

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error

_ATOMIC = (type(None), type(Ellipsis), type(NotImplemented), int, float, bool, complex, bytes, str, type, range,
           property, type(len), type(lambda: 0), type((lambda: 0).__code__))
_COPIED = (list, dict, set, bytearray)


def copy(x):
    kind = type(x)
    if kind in _ATOMIC or kind in (tuple, frozenset, slice) or issubclass(kind, type):
        return x
    if kind in _COPIED:
        return kind.copy(x)
    method = getattr(kind, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuild(x, _reduced(x, kind), None)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    kind = type(x)
    if kind in _ATOMIC or issubclass(kind, type):
        return x
    if kind in _DEEP:
        y = _DEEP[kind](x, memo)
    else:
        method = getattr(x, "__deepcopy__", None)
        y = method(memo) if method is not None else _rebuild(x, _reduced(x, kind), memo)
    if y is not x:
        memo[id(x)] = y
        # The original must stay: another object could get its id.
        memo.setdefault(id(memo), []).append(x)
    return y


def _deep_list(x, memo):
    y = []
    memo[id(x)] = y
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deep_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    # It may have been copied on the way, when it holds itself.
    if id(x) in memo:
        return memo[id(x)]
    return tuple(y) if any(a is not b for a, b in zip(x, y)) else x


def _deep_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


class _Example:
    def method(self):
        pass


_DEEP = {list: _deep_list, tuple: _deep_tuple, dict: _deep_dict, bytearray: lambda x, memo: x.copy(),
         type(_Example().method): _deep_method}


def _reduced(x, kind):
    """How to make such an object: (function, arguments[, state[, list items[, dict items]]]), or a plain str."""
    reduce = getattr(x, "__reduce_ex__", None)
    if reduce is not None:
        return reduce(4)
    reduce = getattr(x, "__reduce__", None)
    if reduce is None:
        raise Error("un(deep)copyable object of type %s" % kind)
    return reduce()


def _rebuild(x, reduced, memo):
    if isinstance(reduced, str):
        return x
    func, args, state, list_items, dict_items = (tuple(reduced) + (None, None, None))[:5]
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, deepcopy(state, memo) if deep else state)
    for item in list_items or ():
        y.append(deepcopy(item, memo) if deep else item)
    for key, value in dict_items or ():
        y[deepcopy(key, memo) if deep else key] = deepcopy(value, memo) if deep else value
    return y


def _set_state(y, state):
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        y.__dict__.update(state)
    for key, value in (slots or {}).items():
        setattr(y, key, value)
