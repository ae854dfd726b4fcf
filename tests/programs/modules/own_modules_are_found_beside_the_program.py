import _beside
from _beside import double as twice
import _package.inner
from _package import VALUE

print(_beside.__name__, twice(4), _package.inner.where(), VALUE)
print(_beside.loaded, __name__)
