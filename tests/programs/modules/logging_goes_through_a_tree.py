import logging, sys
logging.basicConfig(stream=sys.stdout, level=logging.INFO,
                    format="%(levelname)s:%(name)s:%(threadName)s:%(funcName)s:%(message)s")
log = logging.getLogger("app")
child = logging.getLogger("app.child")
def work():
    log.debug("hidden")
    log.info("shown %s %d", "text", 5)
    child.warning("from the child %(a)s", {"a": 1})
work()
child.setLevel(logging.ERROR)
child.warning("too low")
child.error("loud")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("{levelname[0]}|{message}", style="{"))
child.addHandler(handler)
child.error("twice")
child.propagate = False
child.critical("once")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
print(child.parent is log, log.isEnabledFor(10), log.getEffectiveLevel(), logging.getLevelName(30), child.handlers,
      logging.getLogger() is logging.root)
class Filter(logging.Filter):
    def filter(self, record): return "secret" not in record.getMessage()
handler.addFilter(Filter())
child.error("a secret")
child.error("public")
logging.LoggerAdapter(log, {"x": 1}).info("adapted")
logging.disable(logging.CRITICAL)
log.error("disabled")
