# gilsim: standard input and output are a terminal: line by line, also from or into a pipe or a file
# cpython: a pipe or a file is read and written in large pieces
# why: students look at terminals, and what a line costs decides where threads switch; a run is the same wherever its input comes from
import sys
print(sys.stdin.isatty(), sys.stdout.isatty(), sys.stdout.line_buffering)
# gilsim prints:
# True True True
# cpython prints:
# False False False
