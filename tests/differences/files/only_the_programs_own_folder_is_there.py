# gilsim: a program sees copies of the files in its own folder and below; all else is missing
# cpython: every file that the user may read
# why: nothing that a lesson does reaches the host
import os
print(os.path.exists(__file__), os.path.exists("/etc/passwd"))
# gilsim prints:
# True False
# cpython prints:
# True True
