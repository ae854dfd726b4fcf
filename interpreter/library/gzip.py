"""Gzip files, in memory or over other binary files."""
import io
import os
import struct
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = 'rb', 'wb'

_COMPRESS_LEVEL_FAST = 1
_COMPRESS_LEVEL_TRADEOFF = 6
_COMPRESS_LEVEL_BEST = 9

_ENDED_EARLY = "Compressed file ended before the end-of-stream marker was reached"


class BadGzipFile(OSError):
    """Exception raised in some cases for invalid gzip files."""


def _header(compresslevel, mtime, flags=0):
    extra = 2 if compresslevel == _COMPRESS_LEVEL_BEST else 4 if compresslevel == _COMPRESS_LEVEL_FAST else 0
    return struct.pack("<BBBBLBB", 0x1f, 0x8b, 8, flags, int(time.time() if mtime is None else mtime), extra, 255)


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    if mtime == 0:
        return zlib.compress(data, level=compresslevel, wbits=31)
    trailer = struct.pack("<LL", zlib.crc32(data), len(data) & 0xffffffff)
    return _header(compresslevel, mtime) + zlib.compress(data, level=compresslevel, wbits=-15) + trailer


def _read_exact(fp, n):
    data = fp.read(n)
    while len(data) < n:
        more = fp.read(n - len(data))
        if not more:
            raise EOFError(_ENDED_EARLY)
        data += more
    return data


def _skip_text(fp):
    while True:
        octet = fp.read(1)
        if not octet or octet == b'\0':
            return


def _read_gzip_header(fp):
    """The modification time, None at the end of the file."""
    magic = fp.read(2)
    if magic == b'':
        return None
    if magic != b'\037\213':
        raise BadGzipFile('Not a gzipped file (%r)' % magic)
    method, flag, last_mtime = struct.unpack("<BBIxx", _read_exact(fp, 8))
    if method != 8:
        raise BadGzipFile('Unknown compression method')
    if flag & FEXTRA:
        extra_length, = struct.unpack("<H", _read_exact(fp, 2))
        _read_exact(fp, extra_length)
    if flag & FNAME:
        _skip_text(fp)
    if flag & FCOMMENT:
        _skip_text(fp)
    if flag & FHCRC:
        _read_exact(fp, 2)
    return last_mtime


def decompress(data):
    """The content of all members, one after the other."""
    members = []
    while True:
        fp = io.BytesIO(data)
        if _read_gzip_header(fp) is None:
            return b"".join(members)
        decompressor = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        content = decompressor.decompress(data[fp.tell():])
        if not decompressor.eof or len(decompressor.unused_data) < 8:
            raise EOFError(_ENDED_EARLY)
        crc, length = struct.unpack("<II", decompressor.unused_data[:8])
        if crc != zlib.crc32(content):
            raise BadGzipFile("CRC check failed")
        if length != len(content) & 0xffffffff:
            raise BadGzipFile("Incorrect length of data produced")
        members.append(content)
        data = decompressor.unused_data[8:].lstrip(b"\0")


class GzipFile:
    """A gzip file: what is written is compressed, what is read has been decompressed at the first look."""

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        mode = (mode or getattr(fileobj, 'mode', None) or 'rb')
        mode = mode if 'b' in mode else mode + 'b'
        if mode[0] not in 'rwax':
            raise ValueError("Invalid mode: {!r}".format(mode))
        self._own_file = None
        if fileobj is None:
            fileobj = self._own_file = _open_file(filename, mode)
        self.name = filename if filename is not None else getattr(fileobj, 'name', '') or ''
        self.fileobj = fileobj
        self.mode = READ if mode.startswith('r') else WRITE
        self._mtime = mtime
        self._level = compresslevel
        self._content = None  # of a file that is read
        if self.mode == WRITE:
            self._start_member()

    def _start_member(self):
        name = os.path.basename(self.name) if isinstance(self.name, str) else ''
        name = name[:-3] if name.endswith('.gz') else name
        try:
            name = name.encode('latin-1')
        except UnicodeEncodeError:
            name = b''
        self.fileobj.write(_header(self._level, self._mtime, FNAME if name else 0))
        if name:
            self.fileobj.write(name + b'\0')
        self._compressor = zlib.compressobj(self._level, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
        self._crc = zlib.crc32(b"")
        self.size = 0

    def _check_open(self):
        if self.fileobj is None:
            raise ValueError("I/O operation on closed file.")

    @property
    def closed(self):
        return self.fileobj is None

    @property
    def mtime(self):
        return self._mtime

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def _reader(self):
        self._check_open()
        if self.mode != READ:
            raise OSError(9, "read() on write-only GzipFile object")
        if self._content is None:
            self._content = io.BytesIO(decompress(self.fileobj.read()))
        return self._content

    def read(self, size=-1):
        return self._reader().read(size)

    def read1(self, size=-1):
        return self._reader().read1(size)

    def readinto(self, buffer):
        return self._reader().readinto(buffer)

    def peek(self, n):
        reader = self._reader()
        position = reader.tell()
        data = reader.read()
        reader.seek(position)
        return data

    def readline(self, size=-1):
        return self._reader().readline(size)

    def readlines(self, hint=-1):
        return self._reader().readlines(hint)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        self._check_open()
        if self.mode != WRITE:
            raise OSError(9, "write() on read-only GzipFile object")
        data = data if isinstance(data, (bytes, bytearray)) else memoryview(data).tobytes()
        if data:
            self.fileobj.write(self._compressor.compress(data))
            self.size += len(data)
            self._crc = zlib.crc32(data, self._crc)
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._check_open()
        if self.mode == WRITE:
            self.fileobj.write(self._compressor.flush(zlib_mode))
            self.fileobj.flush()

    def tell(self):
        self._check_open()
        return self.size if self.mode == WRITE else self._reader().tell()

    def seek(self, offset, whence=0):
        if self.mode == READ:
            return self._reader().seek(offset, whence)
        if whence == 1:
            offset += self.size
        elif whence:
            raise ValueError('Seek from end not supported')
        if offset < self.size:
            raise OSError('Negative seek in write mode')
        self.write(b'\0' * (offset - self.size))
        return self.size

    def rewind(self):
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self.seek(0)

    def fileno(self):
        return self.fileobj.fileno()

    def close(self):
        fileobj = self.fileobj
        if fileobj is None:
            return
        self.fileobj = None
        if self.mode == WRITE:
            fileobj.write(self._compressor.flush())
            fileobj.write(struct.pack("<LL", self._crc, self.size & 0xffffffff))
        if self._own_file is not None:
            self._own_file.close()

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exception):
        self.close()

    def __repr__(self):
        return '<gzip ' + repr(self.fileobj)[1:-1] + ' ' + hex(id(self)) + '>'


def _open_file(filename, mode):
    import builtins
    return builtins.open(filename, mode)


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError("Argument '%s' not supported in binary mode" % name)
    binary_mode = mode.replace("t", "")
    if isinstance(filename, (str, bytes)) or hasattr(filename, '__fspath__'):
        file = GzipFile(filename, binary_mode, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, binary_mode, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    if "t" not in mode:
        return file
    return io.TextIOWrapper(file, encoding or 'utf-8', errors, newline)
