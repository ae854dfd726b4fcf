"""Tables as text: rows of fields between delimiters."""


__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

_dialects = {}
_field_size_limit = 131072


class Error(Exception):
    pass


class Dialect:
    """How a table is written; to be subclassed."""

    _name = ""
    _valid = False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Rules(self)
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


class _Rules:
    """A dialect with what was said besides, checked."""

    _defaults = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n', 'quotechar': '"',
                 'quoting': QUOTE_MINIMAL, 'skipinitialspace': False, 'strict': False}

    def __init__(self, dialect=None, **given):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if 'quotechar' in given and given['quotechar'] is None:
            given.setdefault('quoting', QUOTE_NONE)
        for name, default in self._defaults.items():
            value = getattr(dialect, name, default) if dialect is not None else default
            setattr(self, name, given.pop(name, value))
        if given:
            raise TypeError(f"'{next(iter(given))}' is an invalid keyword argument for this function")
        if not isinstance(self.delimiter, str) or len(self.delimiter) != 1:
            kind = '' if isinstance(self.delimiter, str) else f', not {type(self.delimiter).__name__}'
            raise TypeError('"delimiter" must be a 1-character string' if not kind else f'"delimiter" must be string{kind}')
        for name in 'escapechar', 'quotechar':
            value = getattr(self, name)
            if value is not None and not isinstance(value, str):
                raise TypeError(f'"{name}" must be string or None, not {type(value).__name__}')
            if value is not None and len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if type(self.quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and not self.quotechar:
            raise TypeError('quotechar must be set if quoting enabled')
        if self.lineterminator is None:
            raise TypeError('lineterminator must be set')


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Rules(dialect, **fmtparams)


def unregister_dialect(name):
    if _dialects.pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    return list(_dialects)


def field_size_limit(*limit):
    global _field_size_limit
    before = _field_size_limit
    if limit:
        if not isinstance(limit[0], int):
            raise TypeError("limit must be an integer")
        _field_size_limit = limit[0]
    return before


for _name, _dialect in ("excel", excel), ("excel-tab", excel_tab), ("unix", unix_dialect):
    register_dialect(_name, _dialect)


class _Reader:
    def __init__(self, lines, dialect, fmtparams):
        self.dialect = _Rules(dialect, **fmtparams)
        self.line_num = 0
        self._lines = iter(lines)

    def __iter__(self):
        return self

    def __next__(self):
        self._fields, self._text, self._numeric = [], [], False
        self._state = 'row'  # or field, plain, continued, quoted, quote, escape, quoted escape, end
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                self._end_of_input()
                return self._fields
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            for character in line:
                self._take(character)
            self._end_of_line()
            if self._state == 'row':
                return self._fields

    def _end_of_input(self):
        if not self._text and self._state != 'quoted':
            raise StopIteration
        if self.dialect.strict:
            raise Error("unexpected end of data")
        self._save()

    def _save(self):
        text = ''.join(self._text)
        self._text = []
        if self._numeric:
            self._numeric = False
            self._fields.append(float(text))
        else:
            self._fields.append(text)

    def _add(self, character):
        if len(self._text) >= _field_size_limit:
            raise Error(f"field larger than field limit ({_field_size_limit})")
        self._text.append(character)

    def _end_of_line(self):
        if self._state in ('field', 'plain', 'quote'):
            self._save()
            self._state = 'row'
        elif self._state == 'end':
            self._state = 'row'
        elif self._state in ('quoted escape', 'escape'):
            self._add('\n')
            self._state = 'quoted' if self._state == 'quoted escape' else 'plain'

    def _take(self, character):
        rules = self.dialect
        if self._state == 'end':
            if character not in '\r\n':
                raise Error("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
        elif self._state in ('row', 'field'):
            self._begin(character, rules)
        elif self._state in ('plain', 'continued'):
            self._plain(character, rules)
        elif self._state == 'quoted':
            if character == rules.escapechar:
                self._state = 'quoted escape'
            elif character == rules.quotechar and rules.quoting != QUOTE_NONE:
                self._state = 'quote' if rules.doublequote else 'plain'
            else:
                self._add(character)
        elif self._state == 'quote':
            if rules.quoting != QUOTE_NONE and character == rules.quotechar:
                self._add(character)
                self._state = 'quoted'
            elif character == rules.delimiter or character in '\r\n':
                self._plain(character, rules)
            elif not rules.strict:
                self._add(character)
                self._state = 'plain'
            else:
                raise Error(f"'{rules.delimiter}' expected after '{rules.quotechar}'")
        else:
            self._add(character)
            if self._state == 'quoted escape':
                self._state = 'quoted'
            else:
                self._state = 'continued' if character in '\r\n' else 'plain'

    def _begin(self, character, rules):
        if character in '\r\n':
            if self._state == 'field':
                self._save()
            self._state = 'end'
        elif character == rules.quotechar and rules.quoting != QUOTE_NONE:
            self._state = 'quoted'
        elif character == rules.escapechar:
            self._state = 'escape'
        elif character == ' ' and rules.skipinitialspace:
            self._state = 'field'
        elif character == rules.delimiter:
            self._save()
            self._state = 'field'
        else:
            self._numeric = rules.quoting == QUOTE_NONNUMERIC
            self._add(character)
            self._state = 'plain'

    def _plain(self, character, rules):
        if character in '\r\n':
            self._save()
            self._state = 'end'
        elif character == rules.escapechar:
            self._state = 'escape'
        elif character == rules.delimiter:
            self._save()
            self._state = 'field'
        else:
            self._add(character)
            self._state = 'plain'


def reader(iterable, dialect='excel', /, **fmtparams):
    return _Reader(iterable, dialect, fmtparams)


class _Writer:
    def __init__(self, fileobj, dialect, fmtparams):
        self.dialect = _Rules(dialect, **fmtparams)
        if not callable(getattr(fileobj, 'write', None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = fileobj.write

    def writerow(self, row, /):
        rules = self.dialect
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        texts = [self._field(field, rules) for field in fields]
        if texts == [''] and len(fields) == 1:
            if rules.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            texts = [rules.quotechar * 2]
        return self._write(rules.delimiter.join(texts) + rules.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _field(self, field, rules):
        is_number = isinstance(field, (int, float, complex)) or hasattr(field, '__float__') and not isinstance(field, str)
        text = '' if field is None else str(field)
        quoted = rules.quoting == QUOTE_ALL or rules.quoting == QUOTE_NONNUMERIC and not is_number
        result = []
        for character in text:
            special = (character in (rules.delimiter, rules.escapechar, rules.quotechar) or character in '\r\n'
                       or character in rules.lineterminator)
            if special:
                if rules.quoting == QUOTE_NONE:
                    escaped = True
                elif character == rules.quotechar:
                    escaped = not rules.doublequote
                    if rules.doublequote:
                        result.append(character)
                    if rules.doublequote:
                        quoted = True
                else:
                    escaped = character == rules.escapechar
                    quoted = quoted or not escaped
                if escaped:
                    if rules.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    result.append(rules.escapechar)
            result.append(character)
        text = ''.join(result)
        return f'{rules.quotechar}{text}{rules.quotechar}' if quoted else text


def writer(fileobj, dialect='excel', /, **fmtparams):
    return _Writer(fileobj, dialect, fmtparams)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = fieldnames if fieldnames is None else list(fieldnames)
        self.restkey, self.restval = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        result = dict(zip(self.fieldnames, row))
        names, count = len(self.fieldnames), len(row)
        if names < count:
            result[self.restkey] = row[names:]
        for name in self.fieldnames[count:]:
            result[name] = self.restval
        return result


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row_of(self, rowdict):
        if self.extrasaction == "raise":
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(name) for name in wrong]))
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._row_of(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row_of, rowdicts))
