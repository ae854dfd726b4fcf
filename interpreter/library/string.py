"""Characters by kind, and templates."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    """Text with $name and ${name}; $$ is a dollar."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(text, None, None) for literal text; (as written, name, position) for a name, '' when it is none."""
        text = self.template
        start = 0
        while True:
            at = text.find(self.delimiter, start)
            if at < 0:
                yield text[start:], None, None
                return
            if at > start:
                yield text[start:at], None, None
            following = at + len(self.delimiter)
            if text.startswith(self.delimiter, following):
                start = following + len(self.delimiter)
                yield self.delimiter, None, None
                continue
            braced = text.startswith('{', following)
            begin = end = following + braced
            while end < len(text) and (text[end] == '_' or text[end].isascii() and (
                    text[end].isalpha() or end > begin and text[end].isdigit())):
                end += 1
            if end == begin or braced and not text.startswith('}', end):
                yield self.delimiter, '', at
                start = following
            else:
                start = end + braced
                yield text[at:start], text[begin:end], at

    def substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws}
        result = []
        for text, name, at in self._parts():
            if name == '':
                end = at + len(self.delimiter)
                lines = self.template[:end].splitlines(keepends=True)
                column = end - len(''.join(lines[:-1]))
                raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(lines), column))
            result.append(text if name is None else str(values[name]))
        return ''.join(result)

    def safe_substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws}
        return ''.join([str(values[name]) if name and name in values else text for text, name, _ in self._parts()])

    def is_valid(self):
        return all(name != '' for _, name, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, name, _ in self._parts() if name))


class Formatter:
    """What str.format() does, to be overridden in parts."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, counter):
        """`counter` numbers the fields without a name; False when they are numbered by hand."""
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for text, name, spec, conversion in self.parse(format_string):
            if text:
                result.append(text)
            if name is None:
                continue
            if name == '':
                if counter is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(counter)
                counter += 1
            elif name.isdigit():
                if counter:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                counter = False
            obj, key = self.get_field(name, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, counter = self._vformat(spec, args, kwargs, used, depth - 1, counter)
            result.append(self.format_field(obj, spec))
        return ''.join(result), counter

    def parse(self, format_string):
        """(text before, field or None, specification, conversion) of each piece."""
        text = ''
        position, size = 0, len(format_string)
        while position < size:
            character = format_string[position]
            if format_string[position:position + 2] in ('{{', '}}'):  # ends a piece, as in str.format's own parser
                yield text + character, None, None, None
                text = ''
                position += 2
            elif character == '{':
                depth, end = 1, position + 1
                while end < size and depth:
                    depth += {'{': 1, '}': -1}.get(format_string[end], 0)
                    end += 1
                if depth:
                    raise ValueError("expected '}' before end of string")
                yield (text, *_split_field(format_string[position + 1:end - 1]))
                text, position = '', end
            elif character == '}':
                raise ValueError("Single '}' encountered in format string")
            else:
                text += character
                position += 1
        if text:
            yield text, None, None, None

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ('s', 'r', 'a'):
            return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def get_field(self, field_name, args, kwargs):
        end = min([at for at in (field_name.find('.'), field_name.find('[')) if at >= 0] or [len(field_name)])
        first, rest = field_name[:end], field_name[end:]
        first = int(first) if first.isdigit() else first
        obj = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == '.':
                end = min([at for at in (rest.find('.', 1), rest.find('[')) if at >= 0] or [len(rest)])
                obj = getattr(obj, rest[1:end])
            else:
                end = rest.index(']') + 1
                key = rest[1:end - 1]
                obj = obj[int(key) if key.isdigit() else key]
            rest = rest[end:]
        return obj, first


def _split_field(field):
    """Name, specification and conversion of what stands between braces."""
    depth = 0
    for at, character in enumerate(field):
        depth += {'[': 1, ']': -1}.get(character, 0)
        if depth == 0 and character == ':':
            return field[:at], field[at + 1:], None
        if depth == 0 and character == '!':
            conversion, _, spec = field[at + 1:].partition(':')
            return field[:at], spec, conversion
    return field, '', None
