"""Numbers, characters, arrays and structures laid out as in C. There are no pointers, functions or libraries."""

import operator as _operator
import struct as _struct
import sys as _sys

__all__ = [
    'Array', 'Structure', 'alignment', 'create_string_buffer', 'sizeof', 'c_bool', 'c_byte', 'c_char', 'c_double',
    'c_float', 'c_int', 'c_int16', 'c_int32', 'c_int64', 'c_int8', 'c_long', 'c_longlong', 'c_short', 'c_size_t',
    'c_ssize_t', 'c_ubyte', 'c_uint', 'c_uint16', 'c_uint32', 'c_uint64', 'c_uint8', 'c_ulong', 'c_ulonglong',
    'c_ushort', 'c_wchar']


class _Type(type):
    """The type of all types here: a number of octets, and what arrays of it are."""

    def __mul__(cls, length):
        length = _operator.index(length)
        if length < 0:
            raise ValueError("Array length must be >= 0, not %d" % length)
        known = cls.__dict__.get('_arrays_')
        if known is None:
            known = cls._arrays_ = {}
        if length not in known:
            name = '%s_Array_%d' % (cls.__name__, length)
            module = _sys._getframe(1).f_globals.get('__name__', __name__)
            known[length] = _Type(name, (Array,), {'_type_': cls, '_length_': length, '__module__': module})
        return known[length]

    __rmul__ = __mul__

    def from_buffer(cls, source, offset=0):
        """An object in the octets of another, whose changes it sees."""
        octets = memoryview(source)
        if octets.readonly:
            raise TypeError("underlying buffer is not writable")
        octets = octets.cast('B') if octets.format != 'B' else octets
        if offset < 0:
            raise ValueError("offset cannot be negative")
        if len(octets) - offset < cls._size_:
            raise ValueError("Buffer size too small (%d instead of at least %d bytes)"
                             % (len(octets), cls._size_ + offset))
        return cls._in(octets[offset:offset + cls._size_])

    def from_buffer_copy(cls, source, offset=0):
        return cls.from_buffer(bytearray(source), offset)

    def _in(cls, octets):
        self = object.__new__(cls)
        self._take(octets)
        return self


class _CData(metaclass=_Type):
    _size_ = 0
    _align_ = 1

    def __new__(cls, *args, **kw):
        return cls._in(memoryview(bytearray(cls._size_)))

    def __reduce__(self):
        # The same in another process, with octets of its own.
        return type(self).from_buffer_copy, (bytes(self._octets),)


class _SimpleCData(_CData):
    """One value. Its class says its format, as memoryview.cast() has it."""

    _type_ = None

    def __init_subclass__(cls):
        if cls._type_ is not None:
            cls._size_ = cls._align_ = _struct.calcsize(cls._format())

    @classmethod
    def _format(cls):
        return 'I' if cls._type_ == 'u' else cls._type_

    def _take(self, octets):
        self._octets = octets
        self._view = octets.cast(self._format())

    def __init__(self, value=None):
        if value is not None:
            self.value = value

    @property
    def value(self):
        return self._view[0]

    @value.setter
    def value(self, value):
        self._set(value)

    def __bool__(self):
        return any(self._octets)

    def __repr__(self):
        if type(self).__bases__[0] not in (_Integer, _Real, _SimpleCData):
            return object.__repr__(self)
        return '%s(%r)' % (type(self).__name__, self.value)


class _Integer(_SimpleCData):
    def _set(self, value):
        try:
            self._view[0] = value
        except (TypeError, ValueError):
            # As in C: what is too large loses its upper bits.
            number = _operator.index(value)
            self._octets[:] = (number & (1 << 8 * self._size_) - 1).to_bytes(self._size_, _sys.byteorder)


class _Real(_SimpleCData):
    def _set(self, value):
        try:
            self._view[0] = value
        except TypeError:
            raise TypeError("must be real number, not " + type(value).__name__) from None


class c_byte(_Integer):
    _type_ = 'b'


class c_ubyte(_Integer):
    _type_ = 'B'


class c_short(_Integer):
    _type_ = 'h'


class c_ushort(_Integer):
    _type_ = 'H'


class c_int(_Integer):
    _type_ = 'i'


class c_uint(_Integer):
    _type_ = 'I'


class c_long(_Integer):
    _type_ = 'l'


class c_ulong(_Integer):
    _type_ = 'L'


class c_float(_Real):
    _type_ = 'f'


class c_double(_Real):
    _type_ = 'd'


c_int8, c_int16, c_int32, c_int64 = c_byte, c_short, c_int, c_long
c_uint8, c_uint16, c_uint32, c_uint64 = c_ubyte, c_ushort, c_uint, c_ulong
c_longlong = c_ssize_t = c_long
c_ulonglong = c_size_t = c_ulong


class c_bool(_SimpleCData):
    _type_ = '?'

    def _set(self, value):
        self._view[0] = bool(value)


class c_char(_SimpleCData):
    _type_ = 'c'

    def _set(self, value):
        if isinstance(value, int) and 0 <= value <= 255:
            self._octets[0] = value
        elif isinstance(value, (bytes, bytearray)) and len(value) == 1:
            self._view[0] = bytes(value)
        else:
            raise TypeError("one character bytes, bytearray or integer expected")


class c_wchar(_SimpleCData):
    _type_ = 'u'

    def _set(self, value):
        if not isinstance(value, str):
            raise TypeError("unicode string expected instead of %s instance" % type(value).__name__)
        if len(value) != 1:
            raise TypeError("one character unicode string expected")
        self._view[0] = ord(value)

    value = property(lambda self: chr(self._view[0]), _set)


class Array(_CData):
    _type_ = None
    _length_ = 0

    def __init_subclass__(cls):
        if cls._type_ is None:
            raise AttributeError("class must define a '_type_' attribute")
        cls._size_ = cls._type_._size_ * cls._length_
        cls._align_ = cls._type_._align_
        if cls._type_ is c_char:
            cls.value = property(_characters, _set_characters)
            cls.raw = property(lambda self: bytes(self._octets), _set_raw)
        elif cls._type_ is c_wchar:
            cls.value = property(_characters, _set_characters)

    def __init__(self, *args):
        if len(args) > self._length_:
            raise IndexError("invalid index")
        for i, value in enumerate(args):
            self[i] = value

    def _take(self, octets):
        self._octets = octets
        # Items of these types are read and written at once, others by an object for the item.
        plain = issubclass(self._type_, (_Integer, _Real, c_bool, c_char)) and self._type_.__module__ == __name__
        self._view = octets.cast(self._type_._format()) if plain else None

    def _item(self, i):
        if not -self._length_ <= i < self._length_:
            raise IndexError("invalid index")
        size = self._type_._size_
        start = (i % self._length_) * size
        return self._type_._in(self._octets[start:start + size])

    def __len__(self):
        return self._length_

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._joined([self[k] for k in range(*i.indices(self._length_))])
        if self._view is not None:
            try:
                return self._view[i]
            except IndexError:
                raise IndexError("invalid index") from None
        item = self._item(_operator.index(i))
        return item.value if self._type_ is c_wchar else item

    def _joined(self, items):
        if self._type_ is c_char:
            return b''.join(items)
        return ''.join(items) if self._type_ is c_wchar else items

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            places = range(*i.indices(self._length_))
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for place, one in zip(places, value):
                self[place] = one
            return
        if self._view is not None:
            try:
                self._view[i] = value
                return
            except IndexError:
                raise IndexError("invalid index") from None
            except (TypeError, ValueError):
                pass
        _assign(self._item(_operator.index(i)), value)


def _assign(item, value):
    if isinstance(value, type(item)):
        item._octets[:] = value._octets
    elif isinstance(item, _SimpleCData):
        item.value = value
    elif isinstance(value, tuple):
        item.__init__(*value)
    else:
        raise TypeError("expected %s instance, got %s" % (type(item).__name__, type(value).__name__))


def _characters(self):
    """Up to the first that is zero."""
    whole = self[:]
    return whole.split(b'\0' if isinstance(whole, bytes) else '\0', 1)[0]


def _set_characters(self, value):
    wanted = bytes if self._type_ is c_char else str
    if not isinstance(value, wanted):
        raise TypeError("%s expected instead of %s instance"
                        % ('bytes' if wanted is bytes else 'unicode string', type(value).__name__))
    if len(value) > self._length_:
        raise ValueError("byte string too long" if wanted is bytes else "string too long")
    for i in range(len(value)):
        self[i] = value[i:i + 1]
    if len(value) < self._length_:
        self[len(value)] = wanted(b'\0') if wanted is bytes else '\0'


def _set_raw(self, value):
    if len(value) > self._length_:
        raise ValueError("byte string too long")
    self._octets[:len(value)] = value


class _Field:
    def __init__(self, kind, offset):
        self.kind, self.offset, self.size = kind, offset, kind._size_

    def _of(self, instance):
        return self.kind._in(instance._octets[self.offset:self.offset + self.size])

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        item = self._of(instance)
        return item.value if isinstance(item, _SimpleCData) or self.kind is c_char else item

    def __set__(self, instance, value):
        _assign(self._of(instance), value)


class Structure(_CData):
    _fields_ = ()

    def __init_subclass__(cls):
        offset = cls.__base__._size_
        for name, kind in cls.__dict__.get('_fields_', ()):
            offset = _aligned(offset, kind._align_)
            setattr(cls, name, _Field(kind, offset))
            cls._align_ = max(cls._align_, kind._align_)
            offset += kind._size_
        cls._size_ = _aligned(offset, cls._align_)

    @classmethod
    def _all_fields(cls):
        return [name for each in reversed(cls.__mro__) for name, _ in each.__dict__.get('_fields_', ())]

    def __init__(self, *args, **kw):
        names = self._all_fields()
        for name, value in zip(names, args):
            if name in kw:
                raise TypeError("duplicate values for field %r" % name)
            setattr(self, name, value)
        if len(args) > len(names):
            raise TypeError("too many initializers")
        for name, value in kw.items():
            setattr(self, name, value)

    def _take(self, octets):
        self._octets = octets


def _aligned(offset, alignment):
    return -(-offset // alignment) * alignment


def sizeof(obj_or_type):
    try:
        return obj_or_type._size_
    except AttributeError:
        raise TypeError("this type has no size") from None


def alignment(obj_or_type):
    try:
        return obj_or_type._align_
    except AttributeError:
        raise TypeError("no alignment info") from None


def create_string_buffer(init, size=None):
    if isinstance(init, bytes):
        buffer = (c_char * (len(init) + 1 if size is None else size))()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_char * init)()
    raise TypeError(init)
