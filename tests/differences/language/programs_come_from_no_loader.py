# gilsim: modules have neither loader nor spec
# cpython: `__loader__` and `__spec__` say where a module came from
# why: there is one way to load a module
import json
print(__loader__ is None, getattr(json, "__spec__", None) is None)
# gilsim prints:
# True True
# cpython prints:
# False False
