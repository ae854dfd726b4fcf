# gilsim: other programs are missing
# cpython: they are there
# why: nothing that a lesson does reaches the host
import os
for name in ("subprocess",):
    try:
        __import__(name)
        print(name)
    except ImportError as error:
        print(error)
print(hasattr(os, "system"))
# gilsim prints:
# No module named 'subprocess'
# False
# cpython prints:
# subprocess
# True
