# gilsim: `random`, `secrets`, `uuid4` and `os.urandom` without a seed follow from `--seed`
# cpython: from the operating system's chance
# why: a run can be repeated
import os
import random
print(random.random() == 0.04388475359392674, os.urandom(4) == b">\x8d\x93\x90")
# gilsim prints:
# True True
# cpython prints:
# False False
