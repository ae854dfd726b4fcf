# gilsim: other programs than Python are missing
# cpython: they are there
# why: nothing that a lesson does reaches the host
import os
import subprocess
try:
    print(subprocess.run(["true"]).returncode)
except FileNotFoundError as error:
    print(error)
print(hasattr(os, "system"))
# gilsim prints:
# [Errno 2] No such file or directory: 'true'
# False
# cpython prints:
# 0
# True
