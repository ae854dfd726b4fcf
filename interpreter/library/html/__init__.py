"""Text as it stands in HTML."""

import re as _re

import _html

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    """The text with &, <, > (and quotes) written as entities."""
    for character, entity in (('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;')):
        s = s.replace(character, entity)
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


# Names that mean something without a semicolon behind them, too.
_LOOSE = frozenset(
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot '
    'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml '
    'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig '
    'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute '
    'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml amp AMP lt LT gt GT quot QUOT COPY REG'.split())
_REFERENCE = _re.compile('&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\\t\\n\\f <&#;]{1,32};?)')


def _numbered(number):
    if 0x80 <= number <= 0x9f:  # meant are the characters of Windows
        try:
            return bytes([number]).decode('cp1252')
        except UnicodeDecodeError:
            return chr(number)
    if number == 0 or 0xd800 <= number <= 0xdfff or number > 0x10ffff:
        return '\ufffd'
    if number < 0x20 and number not in (9, 10, 12, 13) or number == 0x7f or 0xfdd0 <= number <= 0xfdef or number & 0xfffe == 0xfffe:
        return ''
    return chr(number)


def _meaning(match):
    name = match[1]
    if name[0] == '#':
        digits = name[1:].rstrip(';')
        return _numbered(int(digits[1:], 16) if digits[0] in 'xX' else int(digits))
    if name.endswith(';') and (meaning := _html.named_character(name[:-1])):
        return meaning
    for end in range(len(name), 1, -1):
        if name[:end] in _LOOSE:
            return _html.named_character(name[:end]) + name[end:]
    return '&' + name


def unescape(s):
    """The text with its character references as characters, as HTML 5 reads them."""
    return _REFERENCE.sub(_meaning, s) if '&' in s else s
