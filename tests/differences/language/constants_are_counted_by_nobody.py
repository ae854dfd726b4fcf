# gilsim: references to None, True, small integers and the like are not counted: `sys.getrefcount` says 1000000000
# cpython: it says how many there are
# why: they are no objects of their own
import sys
print(sys.getrefcount(None) == 1000000000)
# gilsim prints:
# True
# cpython prints:
# False
