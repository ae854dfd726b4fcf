"""Which kind of content a file holds, by the end of its name."""

import posixpath
from urllib.parse import urlsplit

__all__ = ['MimeTypes', 'add_type', 'guess_all_extensions', 'guess_extension', 'guess_type', 'init', 'inited', 'knownfiles',
           'read_mime_types', 'types_map', 'common_types', 'encodings_map', 'suffix_map']

knownfiles = []
inited = True

suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2', '.txz': '.tar.xz'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}
common_types = {'.rtf': 'application/rtf', '.webp': 'image/webp'}

# By the registry of IANA: kind, then the ends of names, the usual one first.
types_map = {}
for _line in """\
application/javascript
application/json .json
application/manifest+json .webmanifest
application/msword .doc .dot
application/octet-stream .bin .a .dll .exe .o .obj .so
application/pdf .pdf
application/pkcs7-mime .p7c
application/postscript .eps .ai .ps
application/vnd.ms-excel .xls .xlb
application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz
application/wasm .wasm
application/x-javascript
application/x-python-code .pyc .pyo
application/x-sh .sh
application/x-tar .tar
application/x-tex .tex
application/xml .xsl .rdf .wsdl .xpdl
application/zip .zip
audio/basic .au .snd
audio/mpeg .mp3 .mp2
audio/x-wav .wav
image/bmp .bmp
image/gif .gif
image/jpeg .jpg .jpe .jpeg
image/png .png
image/svg+xml .svg
image/tiff .tiff .tif
image/vnd.microsoft.icon .ico
message/rfc822 .eml .mht .mhtml .nws
text/css .css
text/csv .csv
text/html .html .htm
text/javascript .js .mjs
text/plain .txt .bat .c .h .ksh .pl
text/tab-separated-values .tsv
text/x-python .py
text/xml .xml
video/mp4 .mp4
video/mpeg .mpeg .m1v .mpa .mpe .mpg
video/quicktime .mov .qt
video/webm .webm
video/x-msvideo .avi""".splitlines():
    _kind, *_ends = _line.split()
    types_map.update(dict.fromkeys(_ends, _kind))
del _line, _kind, _ends


class MimeTypes:
    """A table of kinds, which a program may add to."""

    def __init__(self, filenames=(), strict=True):
        self.encodings_map = encodings_map.copy()
        self.suffix_map = suffix_map.copy()
        self.types_map = common_types.copy(), types_map.copy()

    def add_type(self, type, ext, strict=True):
        self.types_map[bool(strict)][ext] = type

    def guess_type(self, url, strict=True):
        """(kind, encoding) of a URL or path; None for what is not known."""
        base, end = posixpath.splitext(urlsplit(url).path if '://' in url else url)
        while end.lower() in self.suffix_map:
            base, end = posixpath.splitext(base + self.suffix_map[end.lower()])
        encoding = self.encodings_map.get(end)
        if encoding:
            base, end = posixpath.splitext(base)
        kind = self.types_map[True].get(end.lower())
        if kind is None and not strict:
            kind = self.types_map[False].get(end.lower())
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        tables = self.types_map[1:] if strict else self.types_map[::-1]
        return [end for table in tables for end, kind in table.items() if kind == type.lower()]

    def guess_extension(self, type, strict=True):
        return next(iter(self.guess_all_extensions(type, strict)), None)


_table = MimeTypes()
guess_type = _table.guess_type
guess_all_extensions = _table.guess_all_extensions
guess_extension = _table.guess_extension


def add_type(type, ext, strict=True):
    """Add a kind to the table that all share."""
    _table.add_type(type, ext, strict)


def init(files=None):
    """There are no files to be read."""


def read_mime_types(file):
    """None: there is no such file."""
