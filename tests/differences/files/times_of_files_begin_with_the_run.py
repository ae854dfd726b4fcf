# gilsim: times of files begin at 2024-01-01, where the run does; those from before have that moment
# cpython: the host's
# why: runs are the same everywhere
import os
print(os.stat(__file__).st_mtime == 1704067200.0)
# gilsim prints:
# True
# cpython prints:
# False
