"""Named blocks of memory that unrelated processes share, and lists in such a block."""

import secrets
import struct

import _shared_memory

__all__ = ['SharedMemory', 'ShareableList']

_PREFIX = 'psm_'


class SharedMemory:
    """A block: created with a size, or attached by its name. It lasts until unlink()."""

    _name = None
    _block = None
    _buf = None

    def __init__(self, name=None, create=False, size=0):
        if size < 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        self._name = name or self._new_name()
        self._block = _shared_memory.SharedBlock(self._name, create, size)
        self._buf = memoryview(self._block)

    @staticmethod
    def _new_name():
        return _PREFIX + secrets.token_hex(4)

    def __del__(self):
        try:
            self.close()
        except (OSError, BufferError):
            pass

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f'{self.__class__.__name__}({self.name!r}, size={self.size})'

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name

    @property
    def size(self):
        return self._block.size

    def close(self):
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        if self._block is not None:
            self._block.close()

    def unlink(self):
        _shared_memory.unlink(self._name)


class ShareableList:
    """A list of fixed length of None, bool, int, float, str and bytes, none longer than it was when the list was made.

    The block holds the number of items, the offset of each and of the end, for each a format and whether its octets are
    text, and the items.
    """

    _types_mapping = {int: 'q', float: 'd', bool: 'xxxxxxx?', str: '%ds', bytes: '%ds', None.__class__: 'xxxxxx?x'}
    _alignment = 8

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            self._create([] if sequence is None else list(sequence), name)
        else:
            self.shm = SharedMemory(name)
            self._list_len, = struct.unpack_from('q', self.shm.buf, 0)
            self._offsets = list(struct.unpack_from('%dq' % (self._list_len + 1), self.shm.buf, 8))

    def _create(self, items, name):
        formats = [self._format_of(item) for item in items]
        self._offsets = [0]
        for item_format in formats:
            self._offsets.append(self._offsets[-1] + struct.calcsize(item_format))
        self._list_len = len(items)
        self.shm = SharedMemory(name, create=True, size=self._data_start + self._offsets[-1])
        struct.pack_into('q%dq' % len(self._offsets), self.shm.buf, 0, self._list_len, *self._offsets)
        for place, (item, item_format) in enumerate(zip(items, formats)):
            self._write(place, item, item_format)

    @property
    def _formats_start(self):
        return 8 * (self._list_len + 2)

    @property
    def _data_start(self):
        return self._formats_start + 9 * self._list_len

    @classmethod
    def _format_of(cls, item):
        item_format = cls._types_mapping[type(item)]
        if isinstance(item, (str, bytes)):
            item_format %= cls._alignment * (len(_octets_of(item)) // cls._alignment + 1)
        return item_format

    def _stored_format(self, place):
        octets, is_text = struct.unpack_from('8s?', self.shm.buf, self._formats_start + 9 * place)
        return octets.rstrip(b'\0').decode(), is_text

    def _write(self, place, item, item_format):
        start = self._data_start + self._offsets[place]
        if isinstance(item, (str, bytes)):
            struct.pack_into(item_format, self.shm.buf, start, _octets_of(item))
        else:
            struct.pack_into(item_format, self.shm.buf, start, False if item is None else item)
        struct.pack_into('8s?', self.shm.buf, self._formats_start + 9 * place, item_format.encode(), isinstance(item, str))

    def __getitem__(self, position):
        place = self._place(position, "index out of range")
        item_format, is_text = self._stored_format(place)
        item, = struct.unpack_from(item_format, self.shm.buf, self._data_start + self._offsets[place])
        if item_format.endswith('s'):
            # Zeros at the end cannot be told from room that is not used.
            item = item.rstrip(b'\0')
            return item.decode() if is_text else item
        return None if item_format == 'xxxxxx?x' else item

    def __setitem__(self, position, value):
        place = self._place(position, "assignment index out of range")
        item_format = self._format_of(value)
        if isinstance(value, (str, bytes)):
            room = self._offsets[place + 1] - self._offsets[place]
            if len(_octets_of(value)) > room:
                raise ValueError("bytes/str item exceeds available storage")
            item_format = '%ds' % room
        self._write(place, value, item_format)

    def _place(self, position, message):
        if not -self._list_len <= position < self._list_len:
            raise IndexError(message)
        return position % self._list_len

    def __reduce__(self):
        import functools
        return functools.partial(self.__class__, name=self.shm.name), ()

    def __len__(self):
        return self._list_len

    def __iter__(self):
        return (self[place] for place in range(self._list_len))

    def __repr__(self):
        return f'{self.__class__.__name__}({list(self)}, name={self.shm.name!r})'

    @property
    def format(self):
        """The items' formats, as the struct module has them."""
        return ''.join(self._stored_format(place)[0] for place in range(self._list_len))

    def count(self, value):
        return sum(value == item for item in self)

    def index(self, value):
        for place, item in enumerate(self):
            if value == item:
                return place
        raise ValueError(f"{value!r} not in this container")

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _octets_of(item):
    return item.encode() if isinstance(item, str) else item
