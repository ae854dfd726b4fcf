"""Loggers, handlers, filters and formatters set up from a dict or from a file in the form of configparser."""

import logging
import logging.handlers
import re

DEFAULT_LOGGING_CONFIG_PORT = logging.handlers.DEFAULT_TCP_LOGGING_PORT
IDENTIFIER = re.compile('^[a-z_][a-z0-9_]*$', re.I)


def valid_ident(s):
    if not IDENTIFIER.match(s):
        raise ValueError('Not a valid Python identifier: %r' % s)
    return True


def _look_up(path, importer=__import__):
    """What a dotted path means; modules on the way are imported."""
    names = path.split('.')
    used = names.pop(0)
    found = importer(used)
    for name in names:
        used += '.' + name
        try:
            found = getattr(found, name)
        except AttributeError:
            importer(used)
            found = getattr(found, name)
    return found


def _clear_handlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


def _settle_old_loggers(old, children, disable):
    """Those that the new configuration does not name: below a named one they start afresh, others may be disabled."""
    for name in old:
        logger = logging.root.manager.loggerDict[name]
        if name not in children:
            logger.disabled = disable
        elif not isinstance(logger, logging.PlaceHolder):
            logger.setLevel(logging.NOTSET)
            logger.handlers = []
            logger.propagate = True


class _OldLoggers:
    """The loggers from before, less those that are configured."""

    def __init__(self):
        self.names = sorted(logging.root.manager.loggerDict)
        self.children = set()

    def remove(self, name):
        if name in self.names:
            self.children.update(other for other in self.names if other.startswith(name + '.'))
            self.names.remove(name)

    def settle(self, disable):
        _settle_old_loggers(self.names, self.children, disable)


# --- containers whose values are converted when somebody looks at them ----------------------------------------------

class ConvertingMixin:
    def convert_with_key(self, key, value, replace=True):
        result = self._adopt(value, key)
        if result is not value and replace:
            self[key] = result
        return result

    def convert(self, value):
        return self._adopt(value, None)

    def _adopt(self, value, key):
        result = self.configurator.convert(value)
        if result is not value and isinstance(result, ConvertingMixin):
            result.parent = self
            result.key = key
        return result


class ConvertingDict(dict, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self.convert_with_key(key, dict.get(self, key, default), replace=key in self)

    def pop(self, key, default=None):
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


class BaseConfigurator:
    """Knows what strings such as ext://sys.stderr and cfg://handlers.file.level stand for."""

    CONVERT_PATTERN = re.compile(r'^(?P<prefix>[a-z]+)://(?P<suffix>.*)$')
    WORD_PATTERN = re.compile(r'^\s*(\w+)\s*')
    DOT_PATTERN = re.compile(r'^\.\s*(\w+)\s*')
    INDEX_PATTERN = re.compile(r'^\[\s*(\w+)\s*\]\s*')
    DIGIT_PATTERN = re.compile(r'^\d+$')

    value_converters = {'ext': 'ext_convert', 'cfg': 'cfg_convert'}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        try:
            return _look_up(s, self.importer)
        except ImportError as error:
            raise ValueError('Cannot resolve %r: %s' % (s, error)) from error

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        first = self.WORD_PATTERN.match(value)
        if first is None:
            raise ValueError("Unable to convert %r" % value)
        found = self.config[first.group(1)]
        rest = value[first.end():]
        while rest:
            dotted, indexed = self.DOT_PATTERN.match(rest), self.INDEX_PATTERN.match(rest)
            if dotted:
                found = found[dotted.group(1)]
            elif indexed:
                found = self._at_index(found, indexed.group(1))
            else:
                raise ValueError('Unable to convert %r at %r' % (value, rest))
            rest = rest[(dotted or indexed).end():]
        return found

    def _at_index(self, container, index):
        """A number is one if the container takes it, and a key otherwise."""
        if self.DIGIT_PATTERN.match(index):
            try:
                return container[int(index)]
            except TypeError:
                pass
        return container[index]

    def convert(self, value):
        if isinstance(value, ConvertingMixin):
            return value
        for plain, converting in ((dict, ConvertingDict), (list, ConvertingList), (tuple, ConvertingTuple)):
            if isinstance(value, plain) and not hasattr(value, '_fields'):
                value = converting(value)
                value.configurator = self
                return value
        match = self.CONVERT_PATTERN.match(value) if isinstance(value, str) else None
        converter = self.value_converters.get(match.group('prefix')) if match else None
        return getattr(self, converter)(match.group('suffix')) if converter else value

    def configure_custom(self, config):
        """Calls the factory that is named by '()' with everything else that is a name; '.' holds attributes."""
        factory = config.pop('()')
        if not callable(factory):
            factory = self.resolve(factory)
        return self._make(factory, config)

    def _make(self, factory, config):
        attributes = config.pop('.', None)
        result = factory(**{key: config[key] for key in config if valid_ident(key)})
        for name, value in (attributes or {}).items():
            setattr(result, name, value)
        return result

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


class DictConfigurator(BaseConfigurator):
    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError("Unsupported version: %s" % config['version'])
        with logging._lock:
            if config.pop('incremental', False):
                self._change_levels(config)
            else:
                self._configure_all(config)

    def _each(self, kind, configure, names=None):
        """Replaces each entry of a section by what was made of it, which others refer to."""
        section = self.config.get(kind, {})
        for name in section if names is None else names:
            try:
                configure(name, section)
            except Exception as error:
                raise ValueError('Unable to configure %s %r' % (kind[:-1], name)) from error

    def _change_levels(self, config):
        def change_handler(name, section):
            level = section[name].get('level', None)
            if level:
                logging._handlers[name].setLevel(logging._checkLevel(level))

        for name in config.get('handlers', {}):
            if name not in logging._handlers:
                raise ValueError('No handler found with name %r' % name)
            self._each('handlers', change_handler, [name])
        self._each('loggers', lambda name, section: self.configure_logger(name, section[name], True))
        self._configure_root_of(config, True)

    def _configure_all(self, config):
        disable = config.pop('disable_existing_loggers', True)
        _clear_handlers()
        for kind in ('formatters', 'filters', 'handlers'):
            config[kind] = config.get(kind, {})

        def replace(maker):
            return lambda name, section: section.__setitem__(name, maker(section[name]))

        self._each('formatters', replace(self.configure_formatter))
        self._each('filters', replace(self.configure_filter))
        self._configure_handlers(config)
        old = _OldLoggers()

        def configure_logger(name, section):
            old.remove(name)
            self.configure_logger(name, section[name])

        self._each('loggers', configure_logger)
        old.settle(disable)
        self._configure_root_of(config)

    def _configure_handlers(self, config):
        """In the order of their names; a handler whose target is not there yet comes after the others."""
        deferred = []

        def configure(name, section):
            handler = self.configure_handler(section[name])
            handler.name = name
            section[name] = handler

        def configure_or_defer(name, section):
            try:
                configure(name, section)
            except Exception as error:
                if ' not configured yet' not in str(error.__cause__):
                    raise
                deferred.append(name)

        self._each('handlers', configure_or_defer, sorted(config['handlers']))
        self._each('handlers', configure, deferred)

    def _configure_root_of(self, config, incremental=False):
        root = config.get('root', None)
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as error:
                raise ValueError('Unable to configure root logger') from error

    def configure_formatter(self, config):
        if '()' in config:
            return self._configure_formatter_with_factory(config)
        class_name = config.get('class', None)
        kind = _look_up(class_name) if class_name else logging.Formatter
        arguments = [config.get('format', None), config.get('datefmt', None), config.get('style', '%')]
        if 'validate' in config:
            arguments.append(config['validate'])
        return kind(*arguments)

    def _configure_formatter_with_factory(self, config):
        factory = config['()']
        try:
            return self.configure_custom(config)
        except TypeError as error:
            if "'format'" not in str(error):
                raise
            # logging.Formatter calls its format fmt.
            config['fmt'] = config.pop('format')
            config['()'] = factory
            return self.configure_custom(config)

    def configure_filter(self, config):
        if '()' in config:
            return self.configure_custom(config)
        return logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, filters):
        for name in filters:
            try:
                is_filter = callable(name) or callable(getattr(name, 'filter', None))
                filterer.addFilter(name if is_filter else self.config['filters'][name])
            except Exception as error:
                raise ValueError('Unable to add filter %r' % name) from error

    def configure_handler(self, config):
        whole = dict(config)  # for another try when the target is there
        formatter = config.pop('formatter', None)
        if formatter:
            try:
                formatter = self.config['formatters'][formatter]
            except Exception as error:
                raise ValueError('Unable to set formatter %r' % formatter) from error
        level = config.pop('level', None)
        filters = config.pop('filters', None)
        handler = self._make(self._handler_factory(config, whole), config)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        return handler

    def _handler_factory(self, config, whole):
        if '()' in config:
            factory = config.pop('()')
            return factory if callable(factory) else self.resolve(factory)
        name = config.pop('class')
        kind = name if callable(name) else self.resolve(name)
        if issubclass(kind, logging.handlers.MemoryHandler) and 'target' in config:
            config['target'] = self._target(config, whole)
        return kind

    def _target(self, config, whole):
        name = config['target']
        try:
            target = self.config['handlers'][name]
            if not isinstance(target, logging.Handler):
                config.update(whole)
                raise TypeError('target not configured yet')
            return target
        except Exception as error:
            raise ValueError('Unable to set target handler %r' % name) from error

    def add_handlers(self, logger, handlers):
        for name in handlers:
            try:
                logger.addHandler(self.config['handlers'][name])
            except Exception as error:
                raise ValueError('Unable to add handler %r' % name) from error

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get('level', None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        handlers = config.get('handlers', None)
        if handlers:
            self.add_handlers(logger, handlers)
        filters = config.get('filters', None)
        if filters:
            self.add_filters(logger, filters)

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get('propagate', None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


# --- files ----------------------------------------------------------------------------------------------------------

def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    parser = _read_file(fname, defaults, encoding)
    formatters = _file_formatters(parser)
    with logging._lock:
        _clear_handlers()
        handlers = _file_handlers(parser, formatters)
        _file_loggers(parser, handlers, disable_existing_loggers)


def _read_file(fname, defaults, encoding):
    import configparser
    if isinstance(fname, configparser.RawConfigParser):
        return fname
    parser = configparser.ConfigParser(defaults)
    if hasattr(fname, 'readline'):
        parser.read_file(fname)
    else:
        parser.read(fname, encoding=encoding)
    return parser


def _listed(text):
    return [name.strip() for name in text.split(',')] if text.strip() else []


def _evaluated(text):
    """Arguments of handlers are Python expressions that may use the names of logging."""
    return eval(text, vars(logging))


def _file_formatters(parser):
    formatters = {}
    for name in _listed(parser['formatters']['keys']):
        section = 'formatter_%s' % name
        options = parser[section]
        kind = _look_up(options['class']) if options.get('class') else logging.Formatter
        formatters[name] = kind(parser.get(section, 'format', raw=True, fallback=None),
                                parser.get(section, 'datefmt', raw=True, fallback=None),
                                parser.get(section, 'style', raw=True, fallback='%'))
    return formatters


def _file_handlers(parser, formatters):
    handlers, targets = {}, {}
    for name in _listed(parser['handlers']['keys']):
        options = parser['handler_%s' % name]
        handlers[name] = handler = _file_handler(options)
        handler.name = name
        if 'level' in options:
            handler.setLevel(options['level'])
        if options.get('formatter', ''):
            handler.setFormatter(formatters[options['formatter']])
        if isinstance(handler, logging.handlers.MemoryHandler) and options.get('target', ''):
            targets[handler] = options['target']
    for handler, target in targets.items():
        handler.setTarget(handlers[target])
    return handlers


def _file_handler(options):
    try:
        kind = _evaluated(options['class'])
    except (AttributeError, NameError):
        kind = _look_up(options['class'])
    return kind(*_evaluated(options.get('args', '()')), **_evaluated(options.get('kwargs', '{}')))


def _file_loggers(parser, handlers, disable):
    names = _listed(parser['loggers']['keys'])
    names.remove('root')
    _take_options(logging.root, parser['logger_root'], handlers)
    old = _OldLoggers()
    for name in names:
        options = parser['logger_%s' % name]
        qualified = options['qualname']
        logger = logging.getLogger(qualified)
        old.remove(qualified)
        _take_options(logger, options, handlers)
        logger.propagate = options.getint('propagate', fallback=1)
        logger.disabled = 0
    old.settle(disable)


def _take_options(logger, options, handlers):
    if 'level' in options:
        logger.setLevel(options['level'])
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in _listed(options['handlers']):
        logger.addHandler(handlers[name])
