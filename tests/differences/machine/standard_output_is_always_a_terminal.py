# gilsim: standard output is a terminal: line by line, also into a pipe or a file
# cpython: a pipe or a file gets large pieces
# why: students look at terminals, and what a line costs decides where threads switch
import sys
print(sys.stdout.isatty(), sys.stdout.line_buffering)
# gilsim prints:
# True True
# cpython prints:
# False False
