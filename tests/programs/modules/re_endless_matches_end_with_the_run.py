# run: --max-time 100ms
# not-python
# exit: 3
# stderr-contains: TIME LIMIT at 100 ms
"""A match that would take years is inside one call: the limit of virtual time ends it all the same."""
import re

print('begins', flush=True)
try:
    re.match('(x+x+)+y', 'x' * 60)
finally:
    print('never comes')
# output:
# begins
