# gilsim: `dir_fd`, `chown`, file locks, `mmap` and extended attributes are missing
# cpython: they are there
# why: not needed for lessons
import os
for name in "fcntl", "mmap":
    try:
        __import__(name)
        print(name)
    except ImportError as error:
        print(error)
print(hasattr(os, "chown"), hasattr(os, "getxattr"), bool(os.supports_dir_fd))
# gilsim prints:
# No module named 'fcntl'
# No module named 'mmap'
# False False False
# cpython prints:
# fcntl
# mmap
# True True True
