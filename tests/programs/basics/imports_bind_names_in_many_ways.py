import os.path
import collections as c, json.decoder
import os.path as p
from itertools import (
    chain,
    islice as some,
)
from math import *

print(os.path is p, c.__name__, json.decoder.__name__, json.__name__)
print(list(some(chain("ab", "cd"), 3)), floor(2.5), "_pi" in globals(), "pi" in globals())

def local_import():
    import string
    from string import digits as d
    return string.digits == d

print(local_import(), "string" in globals())
