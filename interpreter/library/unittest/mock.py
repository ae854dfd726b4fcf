"""Stand-ins for objects: they take every call and attribute, remember them, and answer as they were told."""

import contextlib
import functools
import inspect
import pprint
import sys

__all__ = ('Mock', 'MagicMock', 'NonCallableMock', 'NonCallableMagicMock', 'AsyncMock', 'PropertyMock', 'patch',
           'sentinel', 'DEFAULT', 'ANY', 'call', 'mock_open')

__unittest = True


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'


class _Sentinels:
    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._made.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _Any()


class _Call(tuple):
    """A call that was made or is expected: (name, arguments, keyword arguments)."""

    def __new__(cls, name='', args=(), kwargs=None, parent=None, path=None):
        self = tuple.__new__(cls, (name, tuple(args), dict(kwargs or {})))
        self._parent = parent
        self._path = name if path is None else path  # in front of the attributes of its result
        self._was_called = path is not None
        return self

    name = property(lambda self: self[0])
    args = property(lambda self: self[1])
    kwargs = property(lambda self: self[2])

    def __call__(self, *args, **kwargs):
        return _Call(self.name, args, kwargs, self, self._path + '()')

    def __getattr__(self, attribute):
        if attribute.startswith('__') and attribute.endswith('__'):
            raise AttributeError(attribute)
        return _Call(f'{self._path}.{attribute}' if self._path else attribute, parent=self)

    def __eq__(self, other):
        if other is ANY:
            return True
        if not isinstance(other, tuple):
            return NotImplemented
        return tuple(self) == _normal(other, self.name)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = tuple.__hash__

    def __repr__(self):
        return f'{_path(self.name)}{_format_arguments(self.args, self.kwargs)}'

    def call_list(self):
        calls, each = [], self
        while each is not None:
            if each._was_called:
                calls.append(each)
            each = each._parent
        return _CallList(reversed(calls))


def _path(name):
    return ('call' if name.startswith('()') else 'call.') + name if name else 'call'


def _normal(other, name):
    """A tuple as programs may write it, in full: of name, arguments and keyword arguments some may be left out."""
    parts = list(other)
    given = parts.pop(0) if parts and isinstance(parts[0], str) else name if len(other) < 3 else ''
    args = parts.pop(0) if parts and isinstance(parts[0], tuple) else ()
    kwargs = parts.pop(0) if parts and isinstance(parts[0], dict) else {}
    return given, args, kwargs


def _format_arguments(args, kwargs):
    return '(%s)' % ', '.join([repr(each) for each in args] + [f'{name}={value!r}' for name, value in kwargs.items()])


call = _Call()


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[i:i + size] == value for i in range(len(self) - size + 1))

    def __repr__(self):
        return pprint.pformat(list(self))


def _adopt(parent, name, value):
    """Makes a mock that belongs to no other yet, and that is no ancestor, a child: its calls are noted by the parent, too."""
    if not isinstance(value, NonCallableMock) or value._mock_parent is not None or value._mock_name is not None:
        return False
    each = parent
    while each is not None:
        if each is value:
            return False
        each = each._mock_parent
    object.__setattr__(value, '_mock_parent', parent)
    object.__setattr__(value, '_mock_name', name)
    return True


class NonCallableMock:
    def __new__(cls, *args, **kwargs):
        # A class of its own for each, so that special methods may be set on it.
        return object.__new__(type(cls.__name__, (cls,), {'__doc__': cls.__doc__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, side_effect=None,
                 return_value=DEFAULT, **kwargs):
        set_ = functools.partial(object.__setattr__, self)
        if spec_set is not None:
            spec = spec_set
        names = None
        if spec is not None:
            names = list(spec) if isinstance(spec, (list, tuple)) else dir(spec)
        is_class = isinstance(spec, type)
        set_('_spec_class', spec if is_class else None if names is None or isinstance(spec, (list, tuple)) else type(spec))
        set_('_spec_names', names)
        set_('_spec_set', spec_set is not None)
        set_('_children', {})
        set_('_mock_parent', parent)
        set_('_mock_name', name)
        set_('_mock_wraps', wraps)
        set_('_mock_return_value', return_value)
        set_('_deleted', set())
        self.side_effect = side_effect
        self._forget_calls()
        if kwargs:
            self.configure_mock(**kwargs)

    def _forget_calls(self):
        set_ = functools.partial(object.__setattr__, self)
        set_('called', False)
        set_('call_count', 0)
        set_('call_args', None)
        set_('call_args_list', _CallList())
        set_('method_calls', _CallList())
        set_('mock_calls', _CallList())

    @property
    def __class__(self):
        return self._spec_class or type(self)

    # --- attributes --------------------------------------------------------------------------------------------------

    def __getattr__(self, name):
        if name in ('_children', '_deleted', '_spec_names', '_mock_methods'):
            raise AttributeError(name)
        if name.startswith('__') and name.endswith('__') or name in self._deleted:
            raise AttributeError(name)
        if self._spec_names is not None and name not in self._spec_names:
            raise AttributeError('Mock object has no attribute %r' % name)
        if self._spec_names is None and name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be '
                                 'an attribute.')
        if name not in self._children:
            wrapped = getattr(self._mock_wraps, name) if self._mock_wraps is not None else None
            self._children[name] = self._get_child_mock(parent=self, name=name, wraps=wrapped)
        return self._children[name]

    def _get_child_mock(self, **kwargs):
        kind = type(self).__mro__[1]
        callable_kind = {NonCallableMock: Mock, NonCallableMagicMock: MagicMock}.get(kind, kind)
        return (Mock if issubclass(kind, PropertyMock) else callable_kind)(**kwargs)

    def __setattr__(self, name, value):
        if name in ('return_value', 'side_effect') or name.startswith(('_mock_', '__')) is False and isinstance(
                getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
            return
        if name.startswith('__') and name.endswith('__') and name != '__class__':
            _set_special(self, name, value)
            return
        if getattr(self, '_spec_set', False) and name not in self._spec_names and name not in self.__dict__:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if _adopt(self, name, value):
            self._children[name] = value
            return
        self._children.pop(name, None)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self._children.pop(name, None)
        if name in self.__dict__:
            object.__delattr__(self, name)
        self._deleted.add(name)

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *parents, last = path.split('.')
            setattr(functools.reduce(getattr, parents, self), last, value)

    def attach_mock(self, mock, attribute):
        object.__setattr__(mock, '_mock_parent', None)
        object.__setattr__(mock, '_mock_name', None)
        setattr(self, attribute, mock)

    def __dir__(self):
        return sorted(set(self._spec_names or dir(type(self))) | set(self.__dict__) | set(self._children))

    @property
    def return_value(self):
        if self._mock_return_value is DEFAULT:
            self._mock_return_value = self._get_child_mock(parent=self, name='()')
        return self._mock_return_value

    @return_value.setter
    def return_value(self, value):
        object.__setattr__(self, '_mock_return_value', value)
        _adopt(self, '()', value)

    @property
    def side_effect(self):
        return self._side_effect

    @side_effect.setter
    def side_effect(self, value):
        is_iterable = hasattr(type(value), '__iter__') and not isinstance(value, (type, NonCallableMock))
        object.__setattr__(self, '_side_effect', iter(value) if is_iterable else value)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._forget_calls()
        if return_value:
            object.__setattr__(self, '_mock_return_value', DEFAULT)
        if side_effect:
            self.side_effect = None
        for child in list(self._children.values()) + [self._mock_return_value]:
            if isinstance(child, NonCallableMock) and child is not self:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)

    # --- how it shows itself -----------------------------------------------------------------------------------------

    def _full_name(self):
        parts, each = [], self
        while each._mock_parent is not None:
            parts.append(each._mock_name)
            each = each._mock_parent
        root = each._mock_name or 'mock'
        text = root
        for part in reversed(parts):
            text += part if part == '()' else '.' + part
        return text

    def __repr__(self):
        name = '' if self._mock_parent is None and self._mock_name is None else f' name={self._full_name()!r}'
        if self._spec_class is not None:
            name += f' {"spec_set" if self._spec_set else "spec"}={self._spec_class.__name__!r}'
        return f"<{type(self).__name__}{name} id='{id(self)}'>"

    # --- calls -------------------------------------------------------------------------------------------------------

    def _remember(self, args, kwargs):
        object.__setattr__(self, 'called', True)
        object.__setattr__(self, 'call_count', self.call_count + 1)
        object.__setattr__(self, 'call_args', _Call('', args, kwargs))
        self.call_args_list.append(self.call_args)
        self.mock_calls.append(_Call('', args, kwargs))
        name, each = self._mock_name, self._mock_parent
        is_method = each is not None and not (name.startswith('__') and name.endswith('__'))
        while each is not None:
            if is_method and '(' not in name:
                each.method_calls.append(_Call(name, args, kwargs))
            each.mock_calls.append(_Call(name, args, kwargs))
            if each._mock_parent is None:
                break
            name = each._mock_name + (name if name.startswith('()') else '.' + name)
            each = each._mock_parent

    def _expected(self, args, kwargs):
        return f'{self._mock_name or "mock"}{_format_arguments(args, kwargs)}'

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError("Expected '%s' to have been called." % (self._mock_name or 'mock'))

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (
                self._mock_name or 'mock', self.call_count, self._calls_text()))

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (
                self._mock_name or 'mock', self.call_count, self._calls_text()))

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError('expected call not found.\nExpected: %s\nActual: not called.' % self._expected(args, kwargs))
        if _Call('', args, kwargs) != self.call_args:
            raise AssertionError('expected call not found.\nExpected: %s\nActual: %s' % (
                self._expected(args, kwargs), self._expected(self.call_args.args, self.call_args.kwargs)))

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._mock_name or 'mock', self.call_count, self._calls_text()))
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call('', args, kwargs) not in self.call_args_list:
            raise AssertionError('%s call not found' % self._expected(args, kwargs))

    def assert_has_calls(self, calls, any_order=False):
        calls = [each if isinstance(each, _Call) else _Call(*_normal(each, '')) for each in calls]
        if not any_order:
            if calls not in self.mock_calls:
                raise AssertionError(f'Calls not found.\nExpected: {_CallList(calls)}{self._calls_text("Actual", "")}')
            return
        left = list(self.mock_calls)
        missing = []
        for each in calls:
            if each in left:
                left.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError('%r does not contain all of %r in its call list, found %r instead' % (
                self._mock_name or 'mock', _CallList(missing), self.mock_calls))

    def _calls_text(self, prefix='Calls', end='.'):
        return f'\n{prefix}: {self.mock_calls!r}{end}' if self.mock_calls else ''


class Mock(NonCallableMock):
    """An object that takes every call and attribute."""

    def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        return self._answer(args, kwargs)

    def _answer(self, args, kwargs):
        effect = self._side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


# --- special methods -------------------------------------------------------------------------------------------------

_FIXED = {'__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented,
          '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0,
          '__bool__': True, '__index__': 1}
_NUMERIC = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod'.split()
_MOCKED = (['__getitem__', '__setitem__', '__delitem__', '__enter__', '__neg__', '__pos__', '__abs__', '__invert__',
            '__round__', '__trunc__', '__floor__', '__ceil__', '__reversed__', *_FIXED]
           + [f'__{name}__' for name in _NUMERIC] + [f'__i{name}__' for name in _NUMERIC[:-1]])


# What object does, counted as a call.
_OF_OBJECT = {'__str__': object.__str__, '__hash__': object.__hash__, '__sizeof__': object.__sizeof__}


def _iterate(mock, method):
    return iter([] if method._mock_return_value is DEFAULT else method._mock_return_value)


def _is_equal(mock, method, other):
    if method._mock_return_value is not DEFAULT:
        return DEFAULT
    return True if mock is other else NotImplemented


def _is_unequal(mock, method, other):
    if method._mock_return_value is not DEFAULT:
        return DEFAULT
    return False if mock is other else NotImplemented


_ANSWERS = {'__iter__': _iterate, '__eq__': _is_equal, '__ne__': _is_unequal}
_MOCKED += [*_OF_OBJECT, *_ANSWERS]


def _set_special(mock, name, value):
    """A special method is looked up in the class: a mock gets it without `self`, a function with."""
    if isinstance(value, NonCallableMock):
        _adopt(mock, name, value)
        mock._children[name] = value
        setattr(type(mock), name, _Special(name))
    else:
        setattr(type(mock), name, value)


class _Special:
    """In the class of a mock: makes the mock behind a special method when it is first asked for."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.name not in instance._children:
            child = MagicMock(parent=instance, name=self.name)
            if self.name in _FIXED:
                child.return_value = _FIXED[self.name]
            elif self.name in _OF_OBJECT:
                child.return_value = _OF_OBJECT[self.name](instance)
            elif self.name in _ANSWERS:
                child.side_effect = functools.partial(_ANSWERS[self.name], instance, child)
            instance._children[self.name] = child
        return instance._children[self.name]


class NonCallableMagicMock(NonCallableMock):
    pass


class MagicMock(Mock):
    """A Mock that has the special methods of containers, numbers and context managers, too."""


for _class in (NonCallableMagicMock, MagicMock):
    for _name in _MOCKED:
        setattr(_class, _name, _Special(_name))


class AsyncMock(MagicMock):
    """Its calls give coroutines."""

    async def _await(self, args, kwargs):
        object.__setattr__(self, 'await_count', getattr(self, 'await_count', 0) + 1)
        result = self._answer(args, kwargs)
        return await result if inspect.isawaitable(result) else result

    def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        return self._await(args, kwargs)


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


# --- patching --------------------------------------------------------------------------------------------------------


class _Patch(contextlib.ContextDecorator):
    """Puts something else in the place of an attribute, for a while."""

    started = []

    def __init__(self, getter, attribute, new, kwargs):
        self.getter, self.attribute, self.new, self.kwargs = getter, attribute, new, kwargs
        self.others = []  # patch.multiple

    def __call__(self, function):
        if isinstance(function, type):
            for name in dir(function):
                method = getattr(function, name)
                if name.startswith(patch.TEST_PREFIX) and callable(method):
                    setattr(function, name, self._copy()(method))
            return function
        if hasattr(function, 'patchings'):
            function.patchings.append(self)
            return function

        @functools.wraps(function)
        def patched(*args, **keywords):
            with contextlib.ExitStack() as stack:
                for patching in patched.patchings:
                    value = stack.enter_context(patching)
                    if patching.new is DEFAULT:
                        args += (value,)
                return function(*args, **keywords)

        patched.patchings = [self]
        return patched

    def _copy(self):
        return _Patch(self.getter, self.attribute, self.new, self.kwargs)

    def __enter__(self):
        self.target = self.getter()
        name = self.attribute
        try:
            self.original, self.is_local = self.target.__dict__[name], True
        except (AttributeError, KeyError):
            self.original, self.is_local = getattr(self.target, name, DEFAULT), False
        create = self.kwargs.get('create', False)
        if self.original is DEFAULT and not create:
            builtins = sys.modules['builtins']
            if not (self.target in sys.modules.values() and hasattr(builtins, name)):
                raise AttributeError('%s does not have the attribute %r' % (self.target, name))
        new = self.new
        if new is DEFAULT:
            options = {key: value for key, value in self.kwargs.items() if key not in ('create', 'new_callable', 'autospec')}
            if options.get('spec') is True:
                options['spec'] = self.original
            if self.kwargs.get('autospec'):
                options['spec'] = self.original
            new = (self.kwargs.get('new_callable') or MagicMock)(**({'name': name} if not self.kwargs.get('new_callable') else {}),
                                                                 **options)
        setattr(self.target, name, new)
        return new

    def __exit__(self, *exc_info):
        if self.is_local:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
            if self.original is not DEFAULT and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.original)

    def start(self):
        result = self.__enter__()
        self.started.append(self)
        return result

    def stop(self):
        if self not in self.started:
            return None
        self.started.remove(self)
        return self.__exit__(None, None, None)


def _import_object(path):
    name, *rest = path.split('.')
    item = __import__(name)
    for part in rest:
        name += f'.{part}'
        try:
            item = getattr(item, part)
        except AttributeError:
            __import__(name)
            item = getattr(item, part)
    return item


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    try:
        path, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}') from None
    return _make(lambda: _import_object(path), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _make(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
    if new is not DEFAULT and new_callable is not None:
        raise ValueError("Cannot use 'new' and 'new_callable' together")
    options = {'spec': spec, 'create': create, 'spec_set': spec_set, 'autospec': autospec, 'new_callable': new_callable}
    return _Patch(getter, attribute, new, {**{key: value for key, value in options.items() if value}, **kwargs})


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, **kwargs):
    return _make(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


class _PatchDict(contextlib.ContextDecorator):
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import_object(self.in_dict)
        self.original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exc_info):
        self.in_dict.clear()
        self.in_dict.update(self.original)

    start = __enter__

    def stop(self):
        self.__exit__()


def _stop_all():
    for patching in reversed(list(_Patch.started)):
        patching.stop()


patch.object = _patch_object
patch.dict = _PatchDict
patch.stopall = _stop_all
patch.TEST_PREFIX = 'test'


def mock_open(mock=None, read_data=''):
    """Stands for open(): the file that it gives reads `read_data`."""
    import io
    handle = MagicMock()
    handle.__enter__.return_value = handle

    def begin(*args, **kwargs):
        data = io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)
        for name in ('read', 'readline', 'readlines'):
            getattr(handle, name).side_effect = getattr(data, name)
        handle.__iter__.side_effect = lambda: iter(data)
        return DEFAULT

    mock = MagicMock(name='open') if mock is None else mock
    mock.side_effect = begin
    mock.return_value = handle
    return mock
