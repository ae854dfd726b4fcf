# gilsim: a file that is no Python program (SyntaxError) ends with exit status 2, as everything that gilsim cannot run
# cpython: exit status 1, as after any other exception
# why: nothing was run; 1 is the status of programs that ran and raised
# exit: 2
# cpython-exit: 1
print("never"
# gilsim prints:
# cpython prints:
