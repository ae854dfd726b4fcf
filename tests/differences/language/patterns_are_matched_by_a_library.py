# gilsim: `re` leaves matching to PCRE2, so `re.DEBUG` lists nothing; which turns of a repeat that match nothing are
#   captured differs in rare patterns
# cpython: it has a matcher of its own
# why: others keep that library
import re
re.compile("a+", re.DEBUG)
# gilsim prints:
# cpython prints:
# MAX_REPEAT 1 MAXREPEAT
#   LITERAL 97
#
#  0. INFO 4 0b0 1 MAXREPEAT (to 5)
#  5: REPEAT_ONE 6 1 MAXREPEAT (to 12)
#  9.   LITERAL 0x61 ('a')
# 11.   SUCCESS
# 12: SUCCESS
