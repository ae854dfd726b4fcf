"""Octets as text of 16, 32, 64 or 85 characters, and back."""
import binascii

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'b85encode', 'b85decode', 'a85encode', 'a85decode',
           'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']


def _octets(s):
    """Text or something bytes-like, as bytes."""
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return encoded
    assert len(altchars) == 2, repr(altchars)
    return encoded.translate(bytes.maketrans(b'+/', altchars))


def b64decode(s, altchars=None, validate=False):
    s = _octets(s)
    if altchars is not None:
        altchars = _octets(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


# --- base 32 and 16 ---------------------------------------------------------------------------------------------------

_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_PADDING = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}  # by the number of octets in the last group


def _b32encode(alphabet, s):
    s = s if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()
    encoded = bytearray()
    for start in range(0, len(s), 5):
        group = s[start:start + 5]
        number = int.from_bytes(group.ljust(5, b'\0'), 'big')
        encoded += bytes(alphabet[number >> shift & 31] for shift in range(35, -5, -5))
    padding = _PADDING[len(s) % 5]
    if padding:
        encoded[-padding:] = b'=' * padding
    return bytes(encoded)


def _b32decode(alphabet, s, casefold, map01):
    s = _octets(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _octets(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b'=')
    padding = length - len(s)
    values = {octet: value for value, octet in enumerate(alphabet)}
    decoded = bytearray()
    for start in range(0, len(s), 8):
        number = 0
        group = s[start:start + 8]
        for octet in group:
            if octet not in values:
                raise binascii.Error('Non-base32 digit found')
            number = number << 5 | values[octet]
        number <<= 5 * (8 - len(group))
        decoded += number.to_bytes(5, 'big')
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    if padding and decoded:
        del decoded[(40 - 5 * padding) // 8 - 5:]  # the octets of the last group that were padded
    return bytes(decoded)


def b32encode(s):
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_B32HEX, s, casefold, None)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _octets(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b'0123456789ABCDEF'):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


# --- base 85 ----------------------------------------------------------------------------------------------------------

_A85 = bytes(range(33, 118))
_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'


def _five(alphabet, number):
    digits = bytearray(5)
    for i in range(4, -1, -1):
        number, digit = divmod(number, 85)
        digits[i] = alphabet[digit]
    return bytes(digits)


def _85encode(b, alphabet, pad, fold_zeros=False, fold_spaces=False):
    b = b if isinstance(b, (bytes, bytearray)) else memoryview(b).tobytes()
    missing = -len(b) % 4
    b = bytes(b) + b'\0' * missing
    groups = []
    for start in range(0, len(b), 4):
        number = int.from_bytes(b[start:start + 4], 'big')
        if fold_zeros and number == 0:
            groups.append(b'z')
        elif fold_spaces and number == 0x20202020:
            groups.append(b'y')
        else:
            groups.append(_five(alphabet, number))
    if missing and not pad:
        if groups[-1] == b'z':
            groups[-1] = alphabet[:1] * 5
        groups[-1] = groups[-1][:-missing]
    return b''.join(groups)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _85encode(b, _A85, pad, True, foldspaces)
    if adobe:
        result = b'<~' + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        result = b'\n'.join(lines)
    return result + b'~>' if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    b = _octets(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b'~>'))
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    decoded = []
    digits = []
    for octet in bytes(b) + b'uuuu':
        if 33 <= octet <= 117:
            digits.append(octet - 33)
            if len(digits) == 5:
                number = 0
                for digit in digits:
                    number = number * 85 + digit
                if number >= 2 ** 32:
                    raise ValueError('Ascii85 overflow') from None
                decoded.append(number.to_bytes(4, 'big'))
                digits.clear()
        elif octet == 122:
            if digits:
                raise ValueError('z inside Ascii85 5-tuple')
            decoded.append(b'\0\0\0\0')
        elif foldspaces and octet == 121:
            if digits:
                raise ValueError('y inside Ascii85 5-tuple')
            decoded.append(b'    ')
        elif octet not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % octet)
    result = b''.join(decoded)
    padding = 4 - len(digits)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    return _85encode(b, _B85, pad)


def b85decode(b):
    b = _octets(b)
    padding = -len(b) % 5
    b = bytes(b) + b'~' * padding
    values = {octet: value for value, octet in enumerate(_B85)}
    decoded = []
    for start in range(0, len(b), 5):
        number = 0
        for place, octet in enumerate(b[start:start + 5]):
            if octet not in values:
                raise ValueError('bad base85 character at position %d' % (start + place)) from None
            number = number * 85 + values[octet]
        if number >= 2 ** 32:
            raise ValueError('base85 overflow in hunk starting at byte %d' % start) from None
        decoded.append(number.to_bytes(4, 'big'))
    result = b''.join(decoded)
    return result[:-padding] if padding else result


# --- files and lines --------------------------------------------------------------------------------------------------

MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3


def encode(input, output):
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE:
            more = input.read(MAXBINSIZE - len(s))
            if not more:
                break
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _check_octets(s):
    try:
        view = memoryview(s)
    except TypeError as error:
        raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__) from error
    if view.format not in ('c', 'b', 'B'):
        raise TypeError("expected single byte elements, not %r from %s" % (view.format, s.__class__.__name__))
    if view.ndim != 1:
        raise TypeError("expected 1-D data, not %d-D data from %s" % (view.ndim, s.__class__.__name__))


def encodebytes(s):
    _check_octets(s)
    return b"".join(binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE))


def decodebytes(s):
    _check_octets(s)
    return binascii.a2b_base64(s)
