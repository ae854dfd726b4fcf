"""Encodings by name: as functions, piece by piece, and over binary files. What the encodings do is str's and bytes' own."""

import builtins

import _codec_errors

__all__ = ["lookup", "encode", "decode", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
           "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
           "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
           "StreamReaderWriter", "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder", "getreader",
           "getwriter", "iterencode", "iterdecode", "register_error", "lookup_error",
           "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
           "namereplace_errors"]

BOM_UTF8 = b'\xef\xbb\xbf'
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = BOM32_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = BOM32_BE = b'\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE = BOM64_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = BOM64_BE = b'\x00\x00\xfe\xff'

# Other spellings of the names that CodecInfo shows. The rest are shown as they were asked for.
_NAMES = {'utf8': 'utf-8', 'u8': 'utf-8', 'utf': 'utf-8', 'cp65001': 'utf-8', 'utf16': 'utf-16', 'utf32': 'utf-32',
          'latin1': 'iso8859-1', 'latin': 'iso8859-1', 'l1': 'iso8859-1', 'iso88591': 'iso8859-1', '88591': 'iso8859-1',
          'ascii': 'ascii', 'usascii': 'ascii', '646': 'ascii', 'utf8sig': 'utf-8-sig', 'utf16le': 'utf-16-le',
          'utf16be': 'utf-16-be', 'utf32le': 'utf-32-le', 'utf32be': 'utf-32-be', '936': 'gbk', 'cp936': 'gbk',
          'shiftjis': 'shift_jis', 'sjis': 'shift_jis', 'eucjp': 'euc_jp', 'euckr': 'euc_kr'}


def _plain(name):
    return ''.join(c for c in name.lower() if c.isalnum())


class CodecInfo(tuple):
    """What lookup() gives: (encode, decode, streamreader, streamwriter), and more as attributes."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None,
                name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode, self.streamreader, self.streamwriter = self
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        return self

    def __repr__(self):
        return "<%s.%s object for encoding %s at %#x>" % (
            self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))


class Codec:
    encoding = None

    def encode(self, input, errors='strict'):
        return input.encode(self.encoding, errors), len(input)

    def decode(self, input, errors='strict'):
        return str(input, self.encoding, errors), len(input)


class IncrementalEncoder:
    encoding = None

    def __init__(self, errors='strict'):
        self.errors = errors
        self.begun = False

    def encode(self, input, final=False):
        octets = input.encode(self.encoding, self.errors)
        if self.begun and input:  # the mark at the beginning comes once
            octets = octets.removeprefix(''.encode(self.encoding))
        self.begun = self.begun or bool(input)
        return octets

    def reset(self):
        self.begun = False

    def getstate(self):
        return int(self.begun)

    def setstate(self, state):
        self.begun = bool(state)


class IncrementalDecoder:
    """Keeps the octets of a character whose end has not come yet."""

    encoding = None

    def __init__(self, errors='strict'):
        self.errors = errors
        self.pending = b''

    def decode(self, input, final=False):
        octets = self.pending + bytes(input)
        self.pending = b''
        if final:
            return octets.decode(self.encoding, self.errors)
        try:
            octets.decode(self.encoding)
            whole = len(octets)
        except UnicodeDecodeError as error:
            whole = error.start if error.end == len(octets) and _may_go_on(error) else len(octets)
        self.pending = octets[whole:]
        return octets[:whole].decode(self.encoding, self.errors)

    def reset(self):
        self.pending = b''

    def getstate(self):
        return self.pending, 0

    def setstate(self, state):
        self.pending = state[0]


def _may_go_on(error):
    return any(words in error.reason for words in ('unexpected end', 'truncated', 'incomplete'))


class StreamWriter:
    encoding = None

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self._encoder = getincrementalencoder(self.encoding)(errors)

    def write(self, object):
        self.stream.write(self._encoder.encode(object))

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        self._encoder.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stream.close()


class StreamReader:
    encoding = None

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.reset()

    def reset(self):
        self._decoder = getincrementaldecoder(self.encoding)(self.errors)
        self._text = ''

    def read(self, size=-1, chars=-1, firstline=False):
        wanted = chars if chars >= 0 else size
        if wanted < 0:
            text, self._text = self._text + self._decoder.decode(self.stream.read(), True), ''
            return text
        while len(self._text) < wanted:
            octets = self.stream.read(72)
            self._text += self._decoder.decode(octets, not octets)
            if not octets:
                break
        text, self._text = self._text[:wanted], self._text[wanted:]
        return text

    def readline(self, size=None, keepends=True):
        while len(self._text.splitlines()) < 2:
            octets = self.stream.readline()
            self._text += self._decoder.decode(octets, not octets)
            if not octets:
                break
        line = next(iter(self._text.splitlines(True)), '')
        self._text = self._text[len(line):]
        return line if keepends else line.splitlines()[0] if line else line

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stream.close()


class StreamReaderWriter:
    """Reads and writes text over one binary stream."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)
        for name in ('read', 'readline', 'readlines'):
            setattr(self, name, getattr(self.reader, name))
        for name in ('write', 'writelines'):
            setattr(self, name, getattr(self.writer, name))

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.writer.reset()

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stream.close()


# --- codecs that make no text of bytes -------------------------------------------------------------------------------


def _rot13(input, errors='strict'):
    upper, lower = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'
    return input.translate(str.maketrans(upper + lower, upper[13:] + upper[:13] + lower[13:] + lower[:13])), len(input)


def _by_binascii(function):
    def convert(input, errors='strict'):
        import binascii
        return getattr(binascii, function)(input), len(input)
    return convert


_OTHERS = {'rot13': ('rot13', _rot13, _rot13), 'hex': ('hex', _by_binascii('b2a_hex'), _by_binascii('a2b_hex')),
           'base64': ('base64', _by_binascii('b2a_base64'), _by_binascii('a2b_base64'))}
_OTHERS['hexcodec'], _OTHERS['base64codec'] = _OTHERS['hex'], _OTHERS['base64']

_known = {}


def lookup(encoding):
    plain = _plain(encoding)
    if plain not in _known:
        _known[plain] = _find(encoding, plain)
    return _known[plain]


def _find(encoding, plain):
    if plain in _OTHERS:
        name, encode, decode = _OTHERS[plain]
        return CodecInfo(encode, decode, name=name)
    try:
        ''.encode(encoding)
    except LookupError:
        raise LookupError("unknown encoding: " + encoding) from None
    name = _NAMES.get(plain, encoding.lower())
    kinds = [type(base.__name__, (base,), {'encoding': name, '__module__': 'encodings'})
             for base in (StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, Codec)]
    codec = kinds.pop()()
    return CodecInfo(codec.encode, codec.decode, *kinds, name=name)


def encode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return _there(lookup(encoding).incrementalencoder, encoding)


def getincrementaldecoder(encoding):
    return _there(lookup(encoding).incrementaldecoder, encoding)


def _there(kind, encoding):
    if kind is None:
        raise LookupError(encoding)
    return kind


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict'):
    encoder = getincrementalencoder(encoding)(errors)
    yield from filter(None, map(encoder.encode, iterator))
    if last := encoder.encode('', True):
        yield last


def iterdecode(iterator, encoding, errors='strict'):
    decoder = getincrementaldecoder(encoding)(errors)
    yield from filter(None, map(decoder.decode, iterator))
    if last := decoder.decode(b'', True):
        yield last


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """A file of text; without an encoding one of octets. Lines end as they do in the file."""
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        result = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    except:
        file.close()
        raise
    result.encoding = encoding
    return result


class _Recoder:
    """A binary file in one encoding, over one in another."""

    def __init__(self, stream, data, file, errors):
        self.stream, self.data, self.errors = stream, lookup(data), errors
        self.reader, self.writer = getreader(file)(stream, errors), getwriter(file)(stream, errors)

    def read(self, size=-1):
        return self.data.encode(self.reader.read(size), self.errors)[0]

    def write(self, data):
        self.writer.write(self.data.decode(data, self.errors)[0])

    def __getattr__(self, name):
        return getattr(self.stream, name)


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    return _Recoder(file, data_encoding, file_encoding or data_encoding, errors)


# --- handlers of errors ----------------------------------------------------------------------------------------------


def _refuse(exception):
    raise TypeError("don't know how to handle %s in error callback" % type(exception).__name__)


def _encoded(exception):
    if not isinstance(exception, UnicodeEncodeError):
        _refuse(exception)
    return exception.object[exception.start:exception.end]


def strict_errors(exception):
    """Raise the error."""
    if not isinstance(exception, Exception):
        raise TypeError("codec must pass exception instance")
    raise exception


def ignore_errors(exception):
    """Go on behind what is wrong."""
    if not isinstance(exception, UnicodeError) or not hasattr(exception, 'end'):
        _refuse(exception)
    return '', exception.end


def replace_errors(exception):
    """Put a question mark, or the replacement character."""
    if isinstance(exception, UnicodeDecodeError):
        return '\ufffd', exception.end
    if isinstance(exception, UnicodeTranslateError):
        return '\ufffd' * (exception.end - exception.start), exception.end
    return '?' * len(_encoded(exception)), exception.end


def xmlcharrefreplace_errors(exception):
    """Put the characters' numbers as XML writes them."""
    return ''.join('&#%d;' % ord(character) for character in _encoded(exception)), exception.end


def _backslashed(number):
    return '\\x%02x' % number if number < 0x100 else '\\u%04x' % number if number < 0x10000 else '\\U%08x' % number


def backslashreplace_errors(exception):
    """Put the numbers as Python's string literals write them."""
    if isinstance(exception, UnicodeDecodeError):
        numbers = exception.object[exception.start:exception.end]
    elif isinstance(exception, UnicodeTranslateError):
        numbers = map(ord, exception.object[exception.start:exception.end])
    else:
        numbers = map(ord, _encoded(exception))
    return ''.join(map(_backslashed, numbers)), exception.end


def namereplace_errors(exception):
    """Put the characters' names as Python's string literals write them."""
    import unicodedata
    names = [(character, unicodedata.name(character, None)) for character in _encoded(exception)]
    return ''.join('\\N{%s}' % name if name else _backslashed(ord(character)) for character, name in names), exception.end


_handlers = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
             'xmlcharrefreplace': xmlcharrefreplace_errors, 'backslashreplace': backslashreplace_errors,
             'namereplace': namereplace_errors}


def register_error(errors, handler, /):
    """Let `handler` decide what stands for what cannot be encoded or decoded; it is given the error."""
    _codec_errors.register_error(errors, handler)
    _handlers[errors] = handler


def lookup_error(name, /):
    """The handler of that name."""
    if name not in _handlers:
        raise LookupError(f"unknown error handler name '{name}'")
    return _handlers[name]
