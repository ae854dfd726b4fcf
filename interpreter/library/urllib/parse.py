"""URLs taken apart and put together, and the quoting of what stands in them."""

import re
from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl",
           "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult",
           "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp', 'rtspu',
                 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp', 'snews', 'prospero',
               'rtsp', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh', 'ws', 'wss']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu', 'sip', 'sips', 'mms', 'sftp', 'tel']
scheme_chars = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'

_CONTROL = ''.join(map(chr, range(33)))
_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


# --- results ----------------------------------------------------------------------------------------------------------

class _Location:
    """What the network location holds."""

    __slots__ = ()

    @property
    def _at(self):
        return b'@' if isinstance(self.netloc, bytes) else '@'

    @property
    def _colon(self):
        return b':' if isinstance(self.netloc, bytes) else ':'

    @property
    def _user(self):
        who, at, _ = self.netloc.rpartition(self._at)
        if not at:
            return None, None
        name, colon, password = who.partition(self._colon)
        return name, password if colon else None

    @property
    def _host(self):
        opening, closing = (b'[', b']') if isinstance(self.netloc, bytes) else ('[', ']')
        place = self.netloc.rpartition(self._at)[2]
        _, bracket, rest = place.partition(opening)
        if bracket:
            name, _, port = rest.partition(closing)
            port = port.partition(self._colon)[2]
        else:
            name, _, port = place.partition(self._colon)
        return name or None, port or None

    username = property(lambda self: self._user[0])
    password = property(lambda self: self._user[1])

    @property
    def hostname(self):
        name = self._host[0]
        if not name:
            return None
        percent = b'%' if isinstance(name, bytes) else '%'
        name, mark, zone = name.partition(percent)
        return name.lower() + mark + zone

    @property
    def port(self):
        port = self._host[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class _Text:
    __slots__ = ()

    def encode(self, encoding='ascii', errors='strict'):
        return self._counterpart(*(part.encode(encoding, errors) for part in self))


class _Octets:
    __slots__ = ()

    def decode(self, encoding='ascii', errors='strict'):
        return self._counterpart(*(part.decode(encoding, errors) for part in self))


_Defrag = namedtuple('_DefragResultBase', 'url fragment')
_Split = namedtuple('_SplitResultBase', 'scheme netloc path query fragment')
_Parse = namedtuple('_ParseResultBase', 'scheme netloc path params query fragment')


class DefragResult(_Defrag, _Text):
    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


class SplitResult(_Split, _Location, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Parse, _Location, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_Defrag, _Octets):
    __slots__ = ()

    def geturl(self):
        return self.url + b'#' + self.fragment if self.fragment else self.url


class SplitResultBytes(_Split, _Location, _Octets):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_Parse, _Location, _Octets):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _text, _octets in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes)):
    _text._counterpart, _octets._counterpart = _octets, _text


def _as_text(*arguments):
    """The arguments as str, and a function that gives results the kind that the arguments had."""
    is_text = isinstance(arguments[0], str)
    for argument in arguments[1:]:
        if argument and isinstance(argument, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return arguments + (lambda result: result,)
    return tuple(each.decode('ascii') if each else '' for each in arguments) + (lambda result: result.encode('ascii'),)


# --- taking apart -----------------------------------------------------------------------------------------------------

def urlparse(url, scheme='', allow_fragments=True):
    url, scheme, restore = _as_text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        path, params = _split_params(path)
    return restore(ParseResult(scheme, netloc, path, params, query, fragment))


def _split_params(path):
    """Only the last segment has parameters."""
    mark = path.find(';', max(path.rfind('/'), 0))
    return (path, '') if mark < 0 else (path[:mark], path[mark + 1:])


def _check_netloc(netloc):
    if ('[' in netloc) != (']' in netloc):
        raise ValueError("Invalid IPv6 URL")
    if netloc and not netloc.isascii():
        import unicodedata
        plain = re.sub('[@:#?]', '', netloc)
        normal = unicodedata.normalize('NFKC', plain)
        if plain != normal and any(mark in normal for mark in '/?#@:'):
            raise ValueError("netloc '" + netloc + "' contains invalid characters under NFKC normalization")


def urlsplit(url, scheme='', allow_fragments=True):
    url, scheme, restore = _as_text(url, scheme)
    url, scheme = url.lstrip(_CONTROL), scheme.strip(_CONTROL)
    for unsafe in '\t\r\n':
        url, scheme = url.replace(unsafe, ''), scheme.replace(unsafe, '')
    netloc = query = fragment = ''
    colon = url.find(':')
    if colon > 0 and url[0].isascii() and url[0].isalpha() and all(each in scheme_chars for each in url[:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1:]
    if url[:2] == '//':
        end = min((place for place in map(lambda mark: url.find(mark, 2), '/?#') if place >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        _check_netloc(netloc)
    if allow_fragments:
        url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    return restore(SplitResult(scheme, netloc, url, query, fragment))


def urldefrag(url):
    text, restore = _as_text(url)
    if '#' not in text:
        return restore(DefragResult(text, ''))
    scheme, netloc, path, params, query, fragment = urlparse(text)
    return restore(DefragResult(urlunparse((scheme, netloc, path, params, query, '')), fragment))


# --- putting together -------------------------------------------------------------------------------------------------

def urlunparse(components):
    scheme, netloc, url, params, query, fragment, restore = _as_text(*components)
    if params:
        url = f"{url};{params}"
    return restore(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, restore = _as_text(*components)
    if netloc or (scheme and scheme in uses_netloc and url[:2] != '//'):
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + (netloc or '') + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return restore(url)


def _joined_path(base, path):
    """A relative path seen from the base, without . and .."""
    segments = base.split('/')
    if segments[-1] != '':
        del segments[-1]
    if path[:1] == '/':
        segments = path.split('/')
    else:
        segments += path.split('/')
        segments[1:-1] = filter(None, segments[1:-1])
    result = []
    for segment in segments:
        if segment == '..':
            if result:
                result.pop()
        elif segment != '.':
            result.append(segment)
    if segments[-1] in ('.', '..'):
        result.append('')
    return '/'.join(result) or '/'


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    base, url, restore = _as_text(base, url)
    own = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, own.scheme, allow_fragments)
    if scheme != own.scheme or scheme not in uses_relative:
        return restore(url)
    if scheme in uses_netloc:
        if netloc:
            return restore(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = own.netloc
    if not path and not params:
        return restore(urlunparse((scheme, netloc, own.path, own.params, query or own.query, fragment)))
    return restore(urlunparse((scheme, netloc, _joined_path(own.path, path), params, query, fragment)))


# --- quoting ----------------------------------------------------------------------------------------------------------

def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if isinstance(safe, str):
        safe = safe.encode('ascii', 'ignore')
    kept = _SAFE.union(each for each in safe if each < 128)
    return ''.join(chr(octet) if octet in kept else f'%{octet:02X}' for octet in bs)


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode('utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    space = ' ' if isinstance(string, str) else b' '
    if not isinstance(string, (str, bytes)) or space not in string:
        return quote(string, safe, encoding, errors)
    safe += ' ' if isinstance(safe, str) else b' '
    return quote(string, safe, encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    if not string:
        string.split  # only text and octets have it
        return b''
    if isinstance(string, str):
        string = string.encode('utf-8')
    first, *others = string.split(b'%')
    parts = [first]
    for part in others:
        try:
            parts += [bytes([int(part[:2].decode('ascii') if len(part) > 1 and part[:2].isalnum() else 'x', 16)]), part[2:]]
        except ValueError:
            parts += [b'%', part]
    return b''.join(parts)


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode('utf-8' if encoding is None else encoding, 'replace' if errors is None else errors)
    if '%' not in string:
        string.split
        return string
    encoding, errors = 'utf-8' if encoding is None else encoding, 'replace' if errors is None else errors
    pieces = re.split('([\x00-\x7f]+)', string)
    return ''.join(unquote_to_bytes(piece).decode(encoding, errors) if place % 2 else piece for place, piece in enumerate(pieces))


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


# --- queries ----------------------------------------------------------------------------------------------------------

def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None,
             separator='&'):
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None,
              separator='&'):
    qs, restore = _as_text(qs)
    separator, _ = _as_text(separator)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')
    result = []
    for field in qs.split(separator) if qs else []:
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition('=')
        if not equals:
            if strict_parsing:
                raise ValueError(f"bad query field: {field!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            result.append(tuple(restore(unquote(each.replace('+', ' '), encoding=encoding, errors=errors)) for each in (name, value)))
    return result


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError("not a valid non-string sequence or mapping object") from None

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = []
    for name, value in query:
        values = [value]
        if doseq and not isinstance(value, (bytes, str)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        pairs += [quoted(name) + '=' + quoted(each) for each in values]
    return '&'.join(pairs)
