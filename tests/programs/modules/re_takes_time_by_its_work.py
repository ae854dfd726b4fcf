# run: --python 3.11
# not-python
"""The virtual time of a search follows from what it does: the way to a match, the characters of it, going back."""
import re
import time


def time_of(pattern, text):
    compiled = re.compile(pattern)
    compiled.search(text)
    start = time.perf_counter_ns()
    compiled.search(text)
    return time.perf_counter_ns() - start


def ratio(pattern, small, large):
    return round(time_of(pattern, large) / time_of(pattern, small))


print('ten times the way:', ratio('[yz]', 'x' * 10000, 'x' * 100000))
print('ten times the match:', ratio(r'\w+', 'x' * 10000, 'x' * 100000))
print('four more characters of (x+)+y:', ratio('(x+)+y', 'x' * 8, 'x' * 12) > 8)
print('is a known character found sooner than one of a set?', time_of('y', 'x' * 1000) * 3 < time_of('[yz]', 'x' * 1000))
# output:
# ten times the way: 10
# ten times the match: 10
# four more characters of (x+)+y: True
# is a known character found sooner than one of a set? True
