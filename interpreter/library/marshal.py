"""Plain data as octets, in the format of version 4 of CPython's module. Code objects are left out."""

import struct as _struct

version = 4

_DIGIT_BITS = 15  # of the digits that large ints are written in


class _Writer:
    def __init__(self, version):
        self.version = version
        self.parts = []
        self.seen = {}  # by id: number of the reference
        self.kept = []

    def write(self, value):
        known = {None: b'N', True: b'T', False: b'F', ...: b'.', StopIteration: b'S'}
        for constant, mark in known.items():
            if value is constant:
                self.parts.append(mark)
                return
        flag = self.reference(value)
        if flag is not None:
            getattr(self, 'write_' + self.kind(value))(value, flag)

    def kind(self, value):
        for kind in (int, float, complex, str, bytes, tuple, list, dict, set, frozenset):
            if type(value) is kind:
                return kind.__name__
        if isinstance(value, (bytearray, memoryview)) or type(value).__name__ == 'array':
            return 'bytes'
        raise ValueError('unmarshallable object')

    def reference(self, value):
        """128 if the object may be referred to later, 0 if not; None when a reference was written."""
        if self.version < 3:
            return 0
        if id(value) in self.seen:
            self.parts.append(b'r' + _struct.pack('<i', self.seen[id(value)]))
            return None
        # What only this writer and its owner hold cannot come again.
        self.seen[id(value)] = len(self.seen)
        self.kept.append(value)
        return 128

    def mark(self, mark, flag):
        self.parts.append(bytes([ord(mark) | flag]))

    def sized(self, mark, flag, octets):
        self.mark(mark, flag)
        self.parts.append(_struct.pack('<i', len(octets)))
        self.parts.append(octets)

    def write_int(self, value, flag):
        if -2**31 <= value < 2**31:
            self.mark('i', flag)
            self.parts.append(_struct.pack('<i', value))
            return
        digits, rest = [], abs(value)
        while rest:
            digits.append(rest & (1 << _DIGIT_BITS) - 1)
            rest >>= _DIGIT_BITS
        self.mark('l', flag)
        self.parts.append(_struct.pack(f'<i{len(digits)}H', -len(digits) if value < 0 else len(digits), *digits))

    def write_float(self, value, flag):
        self.mark('g', flag)
        self.parts.append(_struct.pack('<d', value))

    def write_complex(self, value, flag):
        self.mark('y', flag)
        self.parts.append(_struct.pack('<dd', value.real, value.imag))

    def write_bytes(self, value, flag):
        self.sized('s', flag, bytes(value))

    def write_str(self, value, flag):
        octets = value.encode('utf-8', 'surrogatepass')
        if self.version < 4 or len(octets) != len(value):
            self.sized('u', flag, octets)
        elif len(octets) < 256:
            self.mark('z', flag)
            self.parts.append(bytes([len(octets)]) + octets)
        else:
            self.sized('a', flag, octets)

    def write_items(self, mark, value, flag):
        self.mark(mark, flag)
        self.parts.append(_struct.pack('<i', len(value)))
        for item in value:
            self.write(item)

    def write_tuple(self, value, flag):
        if self.version >= 4 and len(value) < 256:
            self.mark(')', flag)
            self.parts.append(bytes([len(value)]))
            for item in value:
                self.write(item)
        else:
            self.write_items('(', value, flag)

    def write_list(self, value, flag):
        self.write_items('[', value, flag)

    def write_set(self, value, flag):
        self.write_items('<', sorted(value, key=dumps), flag)

    def write_frozenset(self, value, flag):
        self.write_items('>', sorted(value, key=dumps), flag)

    def write_dict(self, value, flag):
        self.mark('{', flag)
        for key, item in value.items():
            self.write(key)
            self.write(item)
        self.parts.append(b'0')


_NOTHING = object()  # ends a dict


class _Reader:
    CONSTANTS = {'N': None, 'T': True, 'F': False, '.': ..., 'S': StopIteration, '0': _NOTHING}

    def __init__(self, octets):
        self.octets, self.at = octets, 0
        self.known = []

    def take(self, size):
        self.at += size
        if self.at > len(self.octets):
            raise EOFError("marshal data too short")
        return self.octets[self.at - size:self.at]

    def number(self, form='<i'):
        return _struct.unpack(form, self.take(_struct.calcsize(form)))[0]

    def read(self):
        if self.at >= len(self.octets):
            raise EOFError("EOF read where object expected")
        mark = self.take(1)[0]
        flagged, mark = mark & 128, chr(mark & 127)
        if mark in self.CONSTANTS:
            return self.CONSTANTS[mark]
        if mark == 'r':
            number = self.number()
            if not 0 <= number < len(self.known):
                raise ValueError("bad marshal data (invalid reference)")
            return self.known[number]
        place = len(self.known)
        if flagged:
            self.known.append(None)
        value = self.value(mark, place if flagged else None)
        if flagged:
            self.known[place] = value
        return value

    def value(self, mark, place):
        if mark in '[{<':
            return self.container(mark, place)
        if mark == 'i':
            return self.number()
        if mark == 'l':
            return self.long()
        if mark == 'g':
            return self.number('<d')
        if mark == 'y':
            return complex(self.number('<d'), self.number('<d'))
        if mark == 's':
            return bytes(self.take(self.number()))
        if mark in 'zZ':
            return self.take(self.number('<B')).decode('ascii')
        if mark in 'aAut':
            return self.take(self.number()).decode('utf-8', 'surrogatepass')
        if mark in '()':
            return tuple([self.item() for _ in range(self.number('<B' if mark == ')' else '<i'))])
        if mark == '>':
            return frozenset([self.item() for _ in range(self.number())])
        raise ValueError("bad marshal data (unknown type code)")

    def item(self):
        value = self.read()
        if value is _NOTHING:
            raise TypeError("NULL object in marshal data for object")
        return value

    def long(self):
        size = self.number()
        value = 0
        for i in range(abs(size)):
            value |= self.number('<H') << _DIGIT_BITS * i
        return -value if size < 0 else value

    def container(self, mark, place):
        made = {'[': list, '{': dict, '<': set}[mark]()
        if place is not None:
            self.known[place] = made  # it may hold itself
        if mark == '{':
            while (key := self.read()) is not _NOTHING:
                made[key] = self.item()
        else:
            add = made.append if mark == '[' else made.add
            for _ in range(self.number()):
                add(self.item())
        return made


def dumps(value, version=version, /):
    """The octets of a value."""
    writer = _Writer(version)
    writer.write(value)
    return b''.join(writer.parts)


def dump(value, file, version=version, /):
    """Write a value to a binary file."""
    return file.write(dumps(value, version))


def loads(bytes, /):
    """The value at the beginning of the octets."""
    value = _Reader(memoryview(bytes).tobytes()).read()
    if value is _NOTHING:
        raise TypeError("NULL object in marshal data for object")
    return value


def load(file, /):
    """Read a value from a binary file."""
    begin = file.tell() if file.seekable() else None
    reader = _Reader(file.read())
    value = reader.read()
    if begin is not None:
        file.seek(begin + reader.at)
    return value
