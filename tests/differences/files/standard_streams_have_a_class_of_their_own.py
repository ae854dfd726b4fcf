# gilsim: `type(sys.stdout) is io.TextIOWrapper` is False, as is `isinstance`; `io.TextIOBase` fits both
# cpython: they are one class
# why: the standard streams have a fast path of their own
import io
import sys
print(isinstance(sys.stdout, io.TextIOWrapper), isinstance(sys.stdout, io.TextIOBase))
# gilsim prints:
# False True
# cpython prints:
# True True
