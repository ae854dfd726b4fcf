"""The logger of asyncio, made when it is first asked for: most programs log nothing."""


def __getattr__(name):
    global logger
    if name != 'logger':
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import logging
    logger = logging.getLogger(__package__)
    return logger
