import logging
logging.getLogger("lib").warning("last resort")
logging.getLogger("lib").info("not shown")
logging.warning("root %s", "warns")
logging.error("now configured: %r", [1])
logging.getLogger("other").critical("done")
