# gilsim: environment variables, process number, user and host name are those of the simulated computer
# cpython: the host's
# why: nothing of the host reaches a program
import os
import platform
print(platform.node() == "gilsim", os.environ.get("SHELL") == "/bin/bash" and os.environ.get("LOGNAME") == "student")
# gilsim prints:
# True True
# cpython prints:
# False False
