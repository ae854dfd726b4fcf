# gilsim: files and folders belong to one user, `student`, who is not the super user: `PermissionError` outside the
#   program's folder, `/tmp` and home
# cpython: the user who runs the program, who may be root and write anywhere
# why: as a student's account
import os
print(os.environ.get("USER") == "student", os.path.expanduser("~") == "/home/student")
# gilsim prints:
# True True
# cpython prints:
# False False
