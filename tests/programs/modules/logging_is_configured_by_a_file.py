# logging.config.fileConfig() reads loggers, handlers and formatters from a file.
import io
import logging
import logging.config

text = """
[loggers]
keys=root, app , other
[handlers]
keys=out,memory
[formatters]
keys=plain, styled,none
[logger_root]
level=WARNING
handlers=out
[logger_app]
level=DEBUG
handlers=memory
qualname=app.core
propagate=0
[logger_other]
handlers=
qualname=other
[handler_out]
class=StreamHandler
level=NOTSET
formatter=plain
args=(sys.stdout,)
[handler_memory]
class=logging.handlers.MemoryHandler
args=(10,)
kwargs={'flushLevel': ERROR}
target=out
[formatter_plain]
format=%(levelname)s %(name)s %(message)s
[formatter_styled]
format={message}
style={
class=logging.Formatter
[formatter_none]
"""
old = logging.getLogger("old")
child=logging.getLogger("app.core.child")
child.setLevel(1)
logging.config.fileConfig(io.StringIO(text))
print(old.disabled, child.disabled, child.level)
logging.warning("root")
logging.info("no")
logging.getLogger("app.core").info("kept")
child.error("flushed")
logging.getLogger("other").error("over")
old.error("nothing")
print(logging.getLogger("app.core").handlers, logging.getLogger("app.core").propagate)
for bad in ("", "[formatters]\nkeys=\n", "[formatters]\nkeys=\n[handlers]\nkeys=h\n", "[formatters]\nkeys=\n[handlers]\nkeys=h\n[handler_h]\nclass=Nope\nargs=()"):
    try:
        logging.config.fileConfig(io.StringIO(bad))
    except Exception as e:
        print(type(e).__name__, e)
