# gilsim: what is written is gone when the run ends
# cpython: files stay
# why: nothing that a lesson does reaches the host
# runs: 2
import os
NAME = "/tmp/gilsim_kept_from_one_run_to_the_next"
if os.path.exists(NAME):
    print("the run before left a file")
    os.remove(NAME)
else:
    print("nothing is left of the run before")
    open(NAME, "w").close()
# gilsim prints:
# nothing is left of the run before
# cpython prints:
# the run before left a file
