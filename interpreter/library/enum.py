"""Enumerations: classes whose attributes are their only instances.

The class body runs in a dict of its own (EnumDict), which notes which names are members; EnumType then makes the class
without them, makes each member an instance, and puts it in place.
"""

__all__ = [
    'EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'property',
    'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'global_flag_repr',
    'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE']

from builtins import property as _builtin_property
from functools import reduce as _reduce

# The classes below are made by what they define; until then there is none.
Enum = Flag = ReprEnum = None
STRICT = CONFORM = EJECT = KEEP = None


class nonmember:
    """Protects an item of an enumeration's body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes an item of an enumeration's body, a function say, a member."""

    def __init__(self, value):
        self.value = value


_auto_unset = object()


class auto:
    def __init__(self, value=_auto_unset):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


class property:
    """A property of members only, so that a member of the same name can exist: the class gives that one."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, '__doc__', None)
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))
        self.name = getattr(fget, '__name__', None)
        self.clsname = ''

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            try:
                return ownerclass._member_map_[self.name]
            except KeyError:
                raise AttributeError('%r has no attribute %r' % (ownerclass, self.name)) from None
        if self.fget is None:
            raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(class_name, name):
    start = '_%s__' % class_name
    return len(name) > len(start) and name.startswith(start) and not name.endswith('__')


def _is_single_bit(number):
    return number > 0 and number & (number - 1) == 0


def _bits_of(value):
    """The single bits of a number, lowest first."""
    while value:
        bit = value & -value
        yield bit
        value ^= bit


class EnumDict(dict):
    """The namespace of an enumeration's body."""

    _allowed_sunders = (
        '_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
        '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_')

    def __init__(self, class_name):
        super().__init__()
        self._cls_name = class_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key) or _is_dunder(key):
            pass
        elif _is_sunder(key):
            value = self._note_sunder(key, value)
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            elif isinstance(value, auto):
                value = self._resolve(key, value)
            elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
                value = tuple([self._resolve(key, item) if isinstance(item, auto) else item for item in value])
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _note_sunder(self, key, value):
        if key not in self._allowed_sunders:
            raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use' % (key,))
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = getattr(value, '__func__', value)
        elif key == '_ignore_':
            value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError('_ignore_ cannot specify already set names: %r' % (already,))
        return value

    def _resolve(self, key, item):
        if item.value is _auto_unset:
            item.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        return item.value

    def update(self, members, **more_members):
        for name, value in dict(members, **more_members).items():
            self[name] = value


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, *, boundary=None, **kwds):
        if Enum is None:
            return {}
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace._generate_next_value = first_enum._generate_next_value_
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        for name in classdict._ignore:
            classdict.pop(name, None)
        names = [name for name in classdict._member_names if name in classdict]
        invalid = [name for name in names if name in ('mro', '')]
        if invalid:
            raise ValueError('invalid enum member name(s) %s' % ','.join(map(repr, invalid)))
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        values = {name: classdict[name] for name in names}
        namespace = {name: value for name, value in classdict.items() if name not in values}
        order = namespace.pop('_order_', None)
        generate = namespace.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            namespace['_generate_next_value_'] = staticmethod(generate)
        namespace.update(
            _member_names_=[], _member_map_={}, _value2member_map_={}, _unhashable_values_=[],
            _member_type_=member_type, _new_member_=new_member, _use_args_=use_args,
            _value_repr_=metacls._find_data_repr_(cls, bases),
            _boundary_=boundary or getattr(first_enum, '_boundary_', None), _flag_mask_=0, _singles_mask_=0,
            _all_bits_=0, _inverted_=None)
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        enum_class._choose_methods(classdict, member_type, first_enum)
        if save_new:
            enum_class.__new_member__ = new_member
        enum_class.__new__ = Enum.__new__
        for name, value in values.items():
            enum_class._make_member(name, value)
        enum_class._finish_flag()
        if order is not None:
            enum_class._check_order(order)
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def _choose_methods(cls, classdict, member_type, first_enum):
        """A mixed-in data type stands first in the order of bases, but its repr() and the like must not win."""
        if ReprEnum is not None and ReprEnum in cls.__bases__:
            for name in ('__str__', '__format__'):
                if name not in classdict:
                    type.__setattr__(cls, name, getattr(member_type, name))
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name not in classdict and first_enum is not None:
                found = getattr(cls, name)
                if found in (getattr(member_type, name), getattr(object, name)):
                    type.__setattr__(cls, name, getattr(first_enum, name))
        if Flag is not None and issubclass(cls, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in classdict:
                    type.__setattr__(cls, name, getattr(Flag, name))

    def _make_member(cls, name, value):
        member_type = cls._member_type_
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        if cls._use_args_:
            new = cls._new_member_(cls, *args)
        else:
            new = cls._new_member_(cls)
        if not hasattr(new, '_value_'):
            new._value_ = value if member_type is object else member_type(*args)
        value = new._value_
        new._name_ = name
        new.__objclass__ = cls
        new.__init__(*args)
        new._sort_order_ = len(cls._member_names_)
        existing = cls._find_value(value)
        is_flag = Flag is not None and issubclass(cls, Flag)
        if existing is not None:
            new = existing
        elif not is_flag or not isinstance(value, int) or _is_single_bit(value):
            cls._member_names_.append(name)
        cls._place_member(name, new)
        if existing is None:
            try:
                cls._value2member_map_.setdefault(value, new)
            except TypeError:
                cls._unhashable_values_.append(value)
            if is_flag and isinstance(value, int):
                type.__setattr__(cls, '_flag_mask_', cls._flag_mask_ | value)
                if _is_single_bit(value):
                    type.__setattr__(cls, '_singles_mask_', cls._singles_mask_ | value)

    def _find_value(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for known in cls._member_map_.values():
                if known._value_ == value:
                    return known
        return None

    def _place_member(cls, name, new):
        inherited = None
        for base in cls.__mro__[1:]:
            inherited = base.__dict__.get(name)
            if inherited is not None:
                break
        if isinstance(inherited, property):
            redirect = property(inherited.fget, inherited.fset, inherited.fdel)
            redirect.__set_name__(cls, name)
            type.__setattr__(cls, name, redirect)
        else:
            type.__setattr__(cls, name, new)
        cls._member_map_[name] = new

    def _finish_flag(cls):
        if Flag is None or not issubclass(cls, Flag):
            return
        type.__setattr__(cls, '_all_bits_', 2 ** cls._flag_mask_.bit_length() - 1)
        missing = cls._flag_mask_ & ~cls._singles_mask_
        if cls._boundary_ is not KEEP and missing:
            # Bits that only occur in combinations.
            if cls._boundary_ is STRICT:
                raise TypeError('invalid Flag %r -- missing values %s' % (cls.__name__, list(_bits_of(missing))))
        singles = [cls._member_map_[name]._value_ for name in cls._member_names_]
        type.__setattr__(cls, '_by_value_', sorted(singles) == singles)

    def _check_order(cls, order):
        wanted = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
        aliases = [name for name in cls._member_map_ if name not in cls._member_names_]
        if [name for name in wanted if name not in aliases] != cls._member_names_:
            raise TypeError('member order does not match _order_:\n  %r\n  %r' % (cls._member_names_, wanted))

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings
            warnings.warn(
                "in 3.12 __contains__ will no longer raise TypeError, but will return True or\nFalse depending on "
                "whether the value is a member or the value of a member", DeprecationWarning, stacklevel=2)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (
                type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        extra = ['__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__',
                 '__members__', '__module__', '__name__', '__qualname__']
        return sorted(set(extra + cls._member_names_))

    def __getattr__(cls, name):
        if not _is_dunder(name):
            try:
                return type.__getattribute__(cls, '_member_map_')[name]
            except (KeyError, AttributeError):
                pass
        raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        import types
        return types.MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return "<%s %r>" % (kind, cls.__name__)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The functional interface: Enum('Name', 'member member') and its other forms."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            listed, names, last_values = names, [], []
            for count, name in enumerate(listed):
                value = namespace._generate_next_value(name, start, count, last_values[:])
                last_values.append(value)
                names.append((name, value))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            import sys
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                pass
        if module is not None:
            namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        # Makes members of a module's constants, which take their places there.
        import sys
        space = vars(sys.modules[module])
        found = sorted(((value, each) for each, value in (vars(source) if source else space).items() if filter(each)))
        made = cls(name, [(each, value) for value, each in found], module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            space.update(made.__members__)
        space[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(metacls, class_name, bases):
        for base in bases:
            for ancestor in base.__mro__:
                if isinstance(ancestor, EnumType) and ancestor.__dict__.get('_member_names_'):
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, ancestor))

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        """The type of the members' data, and the enumeration that is extended."""
        if not bases or Enum is None:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] "
                            "enum_type)`")
        return metacls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(metacls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        found = list(dict.fromkeys(found))
        if len(found) > 1:
            raise TypeError('too many data types for %r: %r' % (class_name, set(found)))
        return found[0] if found else None

    @classmethod
    def _find_data_repr_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if '__repr__' in base.__dict__:
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_new_(metacls, classdict, member_type, first_enum):
        """How members are made, whether subclasses must know, and whether it takes the value."""
        new = classdict.get('__new__')
        if new is not None:
            new = getattr(new, '__func__', new)
            classdict.pop('__new__')
            return new, True, True
        save = first_enum is not None and new is not None
        for name in ('__new_member__', '__new__'):
            for holder in (member_type, first_enum):
                target = getattr(holder, name, None)
                if target not in (None, None.__new__, object.__new__, Enum.__new__):
                    return target, save, True
        return object.__new__, save, False


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = []
    _member_type_ = object
    _value_repr_ = None
    _boundary_ = None

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = cls._find_value(value)
        if found is not None:
            return found
        error = None
        try:
            result = cls._missing_(value)
        except Exception as raised:
            error = raised
            result = None
        try:
            if isinstance(result, cls) or _ejects(cls, result):
                return result
            invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if result is None and error is None:
                raise invalid
            if error is None:
                error = TypeError('error in %s._missing_: returned %r instead of None or a valid member' % (
                    cls.__name__, result))
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:
            error = invalid = None  # they hold this frame

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        for value in reversed(last_values):
            try:
                following = value + 1
                break
            except TypeError:
                pass
        else:
            following = start
        try:
            warn = max(last_values) + 1 != following
        except TypeError:
            warn = True
        if warn:
            import warnings
            warnings.warn(
                "In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and "
                "support adding +1\nand the value returned will be the largest value in the enum incremented by 1",
                DeprecationWarning, stacklevel=4)
        return following

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        own = [name for base in self.__class__.__mro__ for name in base.__dict__ if name[0] != '_']
        if self.__class__._member_type_ is object:
            own += ['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value']
        else:
            own += object.__dir__(self)
        own += [name for name in getattr(self, '__dict__', ()) if name[0] != '_']
        return sorted(set(own))

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        if self._name_ in self.__class__._member_map_:
            return getattr, (self.__class__, self._name_)
        return self.__class__, (self._value_,)  # flags that were combined

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_


def _ejects(cls, result):
    return Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int)


class ReprEnum(Enum):
    """Only changes the repr(), leaving str() and format() to the mixed-in type."""


class IntEnum(int, ReprEnum):
    __str__ = int.__repr__


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        for position, meaning in ((1, 'encoding'), (2, 'errors')):
            if len(values) > position and not isinstance(values[position], str):
                raise TypeError('%s must be a string, not %r' % (meaning, values[position]))
        new = str.__new__(cls, *values)
        new._value_ = str(*values)
        return new

    __str__ = str.__str__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What is done with bits that no member has: refuse, drop, give an int, keep."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=CONFORM):
    @staticmethod
    def _numeric_repr_(value):
        return repr(value)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError('invalid flag value %r' % last) from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                raise _outside(cls, value, mask, all_bits)
            if cls._boundary_ is EJECT:
                return value
            if cls._boundary_ is CONFORM:
                value &= mask
            elif value < 0:
                value += max(all_bits + 1, 2 ** value.bit_length())
        if value < 0:
            value += all_bits + 1
        if cls._member_type_ is object:
            combined = object.__new__(cls)
        else:
            combined = cls._member_type_.__new__(cls, value)
        combined._value_ = value
        names = [single._name_ for single in cls._iter_member_(value)]
        unknown = value & ~cls._singles_mask_
        if unknown and (names or unknown != value):
            names.append(cls._numeric_repr_(unknown))
        combined._name_ = '|'.join(names) or None
        return cls._value2member_map_.setdefault(value, combined)

    @classmethod
    def _iter_member_(cls, value):
        """The single-bit members in a value, in the order of their definition."""
        for name in cls._member_names_:
            single = cls._member_map_[name]
            if single._value_ & value:
                yield single

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return self._iter_member_(self._value_)

    def __len__(self):
        return bin(self._value_).count('1')

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (self.__class__.__name__, show(self._value_))
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _number_of(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        number = self._number_of(other)
        return NotImplemented if number is None else self.__class__(self._value_ | number)

    def __and__(self, other):
        number = self._number_of(other)
        return NotImplemented if number is None else self.__class__(self._value_ & number)

    def __xor__(self, other):
        number = self._number_of(other)
        return NotImplemented if number is None else self.__class__(self._value_ ^ number)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


def _outside(cls, value, mask, all_bits):
    width = max(value.bit_length(), mask.bit_length())
    return ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
        cls, value, _bin(value, width), _bin(mask, width)))


def _bin(number, width):
    """Binary digits in two's complement, the sign set apart by a space."""
    sign = '0b0 ' if number >= 0 else '0b1 '
    digits = format(number if number >= 0 else number + 2 ** width, 'b')
    return sign + digits.rjust(width, '0' if number >= 0 else '1')


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __str__ = int.__repr__


def unique(enumeration):
    duplicates = [(name, found.name) for name, found in enumeration.__members__.items() if name != found.name]
    if duplicates:
        raise ValueError('duplicate values found in %r: %s' % (
            enumeration, ', '.join(["%s -> %s" % pair for pair in duplicates])))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Checks an enumeration for what the EnumChecks say."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._check_unique(enumeration)
            elif check is CONTINUOUS:
                self._check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    def _check_unique(self, enumeration):
        duplicates = [(name, found.name) for name, found in enumeration.__members__.items() if name != found.name]
        if duplicates:
            raise ValueError('aliases found in %r: %s' % (
                enumeration, ', '.join(["%s -> %s" % pair for pair in duplicates])))

    def _check_continuous(self, enumeration):
        values = {found._value_ for found in enumeration}
        if len(values) < 2:
            return
        if issubclass(enumeration, Flag):
            wanted = _bits_of(2 ** max(values).bit_length() - min(values))
        else:
            wanted = range(min(values), max(values))
        missing = [value for value in wanted if value not in values]
        if missing:
            raise ValueError('invalid %s %r: missing values %s' % (
                'flag' if issubclass(enumeration, Flag) else 'enum', enumeration.__name__,
                ', '.join(map(str, missing))))

    def _check_named(self, enumeration):
        unnamed = [(name, found._value_ & ~enumeration._singles_mask_)
                   for name, found in enumeration._member_map_.items() if found._value_ & ~enumeration._singles_mask_]
        if unnamed:
            missing = _reduce(lambda a, b: a | b, [bits for _, bits in unnamed])
            names = [name for name, _ in unnamed]
            raise ValueError('invalid Flag %r: alias %s is missing combined value 0x%x [use enum.show_flag_values(value)'
                             ' for details]' % (enumeration.__name__, ', '.join(map(repr, names)), missing))


def show_flag_values(value):
    return list(_bits_of(value))


def global_enum_repr(self):
    return '%s.%s' % (self.__class__.__module__.split('.')[-1], self._name_)


def global_flag_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    names = self._name_.split('|')  # and perhaps a number, of bits without a name
    return '|'.join([name if name[0].isdigit() else '%s.%s' % (module, name) for name in names])


def global_str(self):
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """Puts an enumeration's members into its module, and lets repr() show them so."""
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
