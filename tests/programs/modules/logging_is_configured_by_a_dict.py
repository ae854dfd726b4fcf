# logging.config.dictConfig() sets up loggers, handlers, filters and formatters; what runs already can be changed.
import io
import logging
import logging.config
import sys

buffer = io.StringIO()


class Short(logging.Formatter):
    def format(self, record):
        return "short " + super().format(record)


class Only:
    def __init__(self, word):
        self.word = word

    def filter(self, record):
        return self.word in record.getMessage()


def make_handler(stream, prefix):
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter(prefix + "%(message)s"))
    return handler


configuration = {
    "version": 1,
    "formatters": {
        "plain": {"format": "%(levelname)s:%(name)s:%(message)s"},
        "braces": {"format": "{name} | {message}", "style": "{", "datefmt": "%H"},
        "own": {"class": "__main__.Short", "format": "%(message)s"},
        "made": {"()": "__main__.Short", "fmt": "<%(message)s>"},
    },
    "filters": {"important": {"()": Only, "word": "important"}, "below": {"name": "app"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "plain", "level": "INFO"},
        "buffer": {"class": "logging.StreamHandler", "stream": buffer, "formatter": "own", "filters": ["important"]},
        "again": {"class": "logging.StreamHandler", "stream": "cfg://handlers.console.stream", "formatter": "made",
                  "level": "cfg://levels[1]", "filters": ["below"]},
        "factory": {"()": make_handler, "stream": "ext://sys.stdout", "prefix": "* ", ".": {"terminator": "!\n"}},
        "later": {"class": "logging.handlers.MemoryHandler", "capacity": 2, "target": "unnamed"},
        "unnamed": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "braces"},
    },
    "levels": ["DEBUG", "ERROR"],
    "loggers": {
        "app": {"level": "DEBUG", "handlers": ["buffer", "again"]},
        "app.quiet": {"level": "ERROR", "propagate": False, "handlers": ["factory"]},
        "memory": {"handlers": ["later"], "propagate": False},
    },
    "root": {"level": "WARNING", "handlers": ["console"]},
}
before, below = logging.getLogger("before"), logging.getLogger("app.old")
logging.config.dictConfig(configuration)
print(before.disabled, below.disabled, logging.getLogger().handlers)
logging.getLogger("app").debug("an important detail")
logging.getLogger("app").error("an error")
logging.getLogger("app.quiet").error("an important one")
logging.getLogger("app.quiet").warning("nobody hears")
logging.getLogger("memory").warning("one")
logging.getLogger("memory").warning("two")
logging.getLogger("elsewhere").warning("root hears")
before.error("disabled")
print(repr(buffer.getvalue()))

logging.config.dictConfig({"version": 1, "incremental": True, "handlers": {"console": {"level": "CRITICAL"}},
                           "loggers": {"app": {"level": "CRITICAL", "propagate": False}}, "root": {"level": 5}})
print(logging.getLogger("app"), logging.getLogger("app").propagate, logging.getLogger(), logging.getLogger().handlers)
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False})
print(logging.getLogger("app").disabled, logging.getLogger("app").handlers)
