# gilsim: so is a name that a module lacks, as far as the program's text shows it
# cpython: the same
# why: the same
# exit: 2
import os
print("begun")
if not os:
    os.chown("x", 1, 1)
# gilsim prints:
# cpython prints:
# begun
