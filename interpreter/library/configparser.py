"""Files of settings in sections: [section], key = value."""

import io
import itertools
import os
import re
import sys
from collections import ChainMap
from collections.abc import MutableMapping

__all__ = ["NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "ConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation",
           "ExtendedInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH"]

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, 'No section: %r' % (section,))
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        text = '%r already exists' % (section,)
        if source is not None:
            place = 'While reading from %r' % (source,) + (' [line %2d]' % lineno if lineno is not None else '')
            text = '%s: section %s' % (place, text)
        else:
            text = 'Section ' + text
        Error.__init__(self, text)
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = '%r in section %r already exists' % (option, section)
        if source is not None:
            place = 'While reading from %r' % (source,) + (' [line %2d]' % lineno if lineno is not None else '')
            text = '%s: option %s' % (place, text)
        else:
            text = 'Option ' + text
        Error.__init__(self, text)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, "No option %r in section: %r" % (option, section))
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(self, option, section, (
            "Bad value substitution: option {!r} in section {!r} contains an interpolation key {!r} which is not a "
            "valid option name. Raw value: {!r}").format(option, section, reference, rawval))
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(self, option, section, (
            "Recursion limit exceeded in value substitution: option {!r} in section {!r} contains an interpolation "
            "key which cannot be substituted in {} steps. Raw value: {!r}").format(
                option, section, MAX_INTERPOLATION_DEPTH, rawval))
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source=None, filename=None):
        if filename and source:
            raise ValueError("Cannot specify both `filename' and `source'. Use `source'.")
        if not filename and not source:
            raise ValueError("Required argument `source' not given.")
        Error.__init__(self, 'Source contains parsing errors: %r' % (source or filename))
        self.source, self.errors = source or filename, []
        self.args = (self.source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += '\n\t[line %2d]: %s' % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, 'File contains no section headers.\nfile: %r, line: %d\n%r' % (filename, lineno, line))
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class Interpolation:
    """Values as they stand."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _References(Interpolation):
    """References to other options in values: a sign, which doubled stands for itself, and a path in brackets."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, option, value, section, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = self._reference.sub('', value.replace(self._sign * 2, ''))
        if self._sign in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find(self._sign)))
        return value

    def _expand(self, parser, option, rest, section, defaults, depth):
        sign, bracket = self._sign, self._bracket
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        result = ''
        while rest:
            before, found_sign, rest = rest.partition(sign)
            result += before
            if not found_sign:
                break
            if rest[:1] == sign:
                result, rest = result + sign, rest[1:]
                continue
            if rest[:1] != bracket:
                raise InterpolationSyntaxError(option, section, self._must_follow % (sign + rest,))
            found = self._reference.match(sign + rest)
            if not found:
                raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % (sign + rest,))
            rest = rest[found.end() - 1:]
            where, name, value, values = self._look_up(parser, section, option, found[1], defaults, raw, rest)
            result += self._expand(parser, name, value, where, values, depth + 1) if sign in value else value
        return result


class BasicInterpolation(_References):
    """%(name)s is the value of that option; %% is a percent sign."""

    _sign, _bracket = '%', '('
    _reference = re.compile(r"%\(([^)]+)\)s")
    _must_follow = "'%%' must be followed by '%%' or '(', found: %r"

    def _look_up(self, parser, section, option, reference, defaults, raw, rest):
        name = parser.optionxform(reference)
        if name not in defaults:
            raise InterpolationMissingOptionError(option, section, raw, name) from None
        return section, option, defaults[name], defaults


class ExtendedInterpolation(_References):
    """${name} and ${section:name} are values of other options; $$ is a dollar sign."""

    _sign, _bracket = '$', '{'
    _reference = re.compile(r"\$\{([^}]+)\}")
    _must_follow = "'$' must be followed by '$' or '{', found: %r"

    def _look_up(self, parser, section, option, reference, defaults, raw, rest):
        path = reference.split(':')
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % (rest,))
        name = parser.optionxform(path[-1])
        try:
            if len(path) == 1:
                return section, name, defaults[name], defaults
            return path[0], name, parser.get(path[0], name, raw=True), dict(parser.items(path[0], raw=True))
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None


class RawConfigParser(MutableMapping):
    """Sections and their options, as text."""

    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True, '0': False, 'no': False, 'false': False,
                      'off': False}
    SECTCRE = re.compile(r"\[(?P<header>.+)\]")
    NONSPACECRE = re.compile(r"\S")

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET):
        self._dict, self._allow_no_value, self._delimiters = dict_type, allow_no_value, tuple(delimiters)
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict, self._empty_lines_in_values, self.default_section = strict, empty_lines_in_values, default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        if self._interpolation is None:
            self._interpolation = Interpolation()
        self._sections, self._defaults = dict_type(), dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self.read_dict({default_section: defaults})

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def optionxform(self, optionstr):
        return optionstr.lower()

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError('Invalid section name: %r' % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def _options_of(self, section):
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    def options(self, section):
        merged = self._options_of(section).copy()
        merged.update(self._defaults)
        return list(merged)

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file, filename)
            except OSError:
                continue
            done.append(os.fspath(filename))
        return done

    def read_file(self, f, source=None):
        self._read(f, getattr(f, 'name', '<???>') if source is None else source)

    def read_string(self, string, source='<string>'):
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source='<dict>'):
        added = set()
        for section, options in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in added:
                    raise
            added.add(section)
            for key, value in options.items():
                key = self.optionxform(str(key))
                if value is not None:
                    value = str(value)
                if self._strict and (section, key) in added:
                    raise DuplicateOptionError(section, key, source)
                added.add((section, key))
                self.set(section, key, value)

    def _merged(self, section, extra=None):
        """The options of a section, what it does not have itself from the defaults."""
        own = {}
        try:
            own = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        extra = {self.optionxform(key): None if value is None else str(value) for key, value in (extra or {}).items()}
        return ChainMap(extra, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._merged(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = values[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section) from None
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def _get_as(self, section, convert, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return convert(self.get(section, option, raw=raw, vars=vars, **kwargs))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, **kwargs):
        return self._get_as(section, int, option, **kwargs)

    def getfloat(self, section, option, **kwargs):
        return self._get_as(section, float, option, **kwargs)

    def getboolean(self, section, option, **kwargs):
        return self._get_as(section, self._convert_to_boolean, option, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError('Not a boolean: %s' % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        values = self._defaults.copy()
        if section != self.default_section:
            values.update(self._options_of(section))
        names = list(values)
        for key, value in (vars or {}).items():
            values[self.optionxform(key)] = value
        if raw:
            return [(name, values[name]) for name in names]
        return [(name, values[name] if values[name] is None else
                 self._interpolation.before_get(self, section, name, values[name], values)) for name in names]

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        options = self._defaults if not section or section == self.default_section else self._options_of(section)
        options[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        delimiter = self._delimiters[0]
        if space_around_delimiters:
            delimiter = " %s " % delimiter
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), delimiter)
        for section in self._sections:
            self._write_section(fp, section, self._sections[section].items(), delimiter)

    def _write_section(self, fp, section, items, delimiter):
        fp.write("[%s]\n" % section)
        for key, value in items:
            value = self._interpolation.before_write(self, section, key, value)
            if value is None and self._allow_no_value:
                fp.write("%s\n" % key)
            else:
                fp.write("%s%s%s\n" % (key, delimiter, str(value).replace('\n', '\n\t')))
        fp.write("\n")

    def remove_option(self, section, option):
        options = self._defaults if not section or section == self.default_section else self._options_of(section)
        return options.pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        if section not in self._sections:
            return False
        del self._sections[section]
        del self._proxies[section]
        return True

    # --- as a mapping ------------------------------------------------------------------------------------------------

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return itertools.chain((self.default_section,), self._sections)

    # --- reading -----------------------------------------------------------------------------------------------------

    def _without_comment(self, line):
        """The line without a comment; None: it is nothing but one."""
        text = line.strip()
        if any(text.startswith(prefix) for prefix in self._comment_prefixes):
            return None
        for prefix in self._inline_comment_prefixes:
            at = line.find(prefix)
            while at > 0 and not line[at - 1].isspace():
                at = line.find(prefix, at + 1)
            if at >= 0:
                line = line[:at]
        return line.strip()

    def _split(self, text):
        """(name, value) of a line; the value is None when there is no delimiter. None: that is no option."""
        places = [(text.find(delimiter), delimiter) for delimiter in self._delimiters if delimiter in text]
        if not places:
            return (text, None) if self._allow_no_value else None
        at, delimiter = min(places, key=lambda place: place[0])
        return text[:at].rstrip(), text[at + len(delimiter):].strip()

    def _read(self, lines, source):
        added, options, section, name, indent, errors = set(), None, None, None, 0, None
        for number, line in enumerate(lines, start=1):
            text = self._without_comment(line)
            if not text:
                if self._empty_lines_in_values:
                    if text is not None and options is not None and name and options[name] is not None:
                        options[name].append('')
                else:
                    indent = sys.maxsize
                continue
            first = self.NONSPACECRE.search(line)
            its_indent = first.start() if first else 0
            if options is not None and name and its_indent > indent and options.get(name) is not None:
                options[name].append(text)
                continue
            indent = its_indent
            header = self.SECTCRE.match(text)
            if header:
                section, name = header.group('header'), None
                if section in self._sections:
                    if self._strict and section in added:
                        raise DuplicateSectionError(section, source, number)
                    options = self._sections[section]
                    added.add(section)
                elif section == self.default_section:
                    options = self._defaults
                else:
                    options = self._sections[section] = self._dict()
                    self._proxies[section] = SectionProxy(self, section)
                    added.add(section)
            elif options is None:
                raise MissingSectionHeaderError(source, number, line)
            else:
                parts = self._split(text)
                if not parts or not parts[0]:
                    if errors is None:
                        errors = ParsingError(source)
                    errors.append(number, repr(line))
                    continue
                name = self.optionxform(parts[0].rstrip())
                if self._strict and (section, name) in added:
                    raise DuplicateOptionError(section, name, source, number)
                added.add((section, name))
                options[name] = None if parts[1] is None else [parts[1]]
        self._join_lines()
        if errors:
            raise errors

    def _join_lines(self):
        for section, options in itertools.chain(((self.default_section, self._defaults),), self._sections.items()):
            for name, value in options.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                options[name] = self._interpolation.before_read(self, section, name, value)

    @property
    def converters(self):
        return self._converters


class ConfigParser(RawConfigParser):
    """With %(name)s in values; names and values must be text."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def _check(self, section='', option='', value=''):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str) and not (value is None and self._allow_no_value):
            raise TypeError("option values must be strings")

    def set(self, section, option, value=None):
        if value is not None or not self._allow_no_value:
            self._check(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        self._check(section=section)
        super().add_section(section)


class SectionProxy(MutableMapping):
    """One section of a parser, as a mapping of its options."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for each in parser.converters:
            setattr(self, 'get' + each, self._getter(each))

    def _getter(self, converter):
        def get(option, fallback=None, *, raw=False, vars=None, **kwargs):
            method = getattr(self._parser, 'get' + converter)
            return method(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)
        return get

    def __repr__(self):
        return '<Section: {}>'.format(self._name)

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if not isinstance(value, str) and value is not None:
            raise TypeError("option values must be strings")
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _names(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter(self._names())

    parser = property(lambda self: self._parser)
    name = property(lambda self: self._name)

    def get(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """The functions behind getint(), getfloat() ...: adding one named X gives the parser and its sections getX()."""

    def __init__(self, parser):
        self._parser = parser
        self._functions = {'int': int, 'float': float, 'boolean': parser._convert_to_boolean}

    def __getitem__(self, key):
        return self._functions[key]

    def __setitem__(self, key, value):
        parser = self._parser
        self._functions[key] = value

        def get(section, option, **kwargs):
            return parser._get_as(section, value, option, **kwargs)

        setattr(parser, 'get' + key, get)
        for proxy in parser.values():
            setattr(proxy, 'get' + key, proxy._getter(key))

    def __delitem__(self, key):
        del self._functions[key]
        delattr(self._parser, 'get' + key)
        for proxy in self._parser.values():
            delattr(proxy, 'get' + key)

    def __iter__(self):
        return iter(self._functions)

    def __len__(self):
        return len(self._functions)
