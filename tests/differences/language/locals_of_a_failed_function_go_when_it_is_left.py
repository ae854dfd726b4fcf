# gilsim: when an exception leaves a function, its local variables go at once; `tb_frame.f_locals` of the traceback is empty
# cpython: they stay as long as the traceback, and what they hold dies after the handler
# why: a traceback keeps where each frame was, not the frames
import sys


class Watched:
    def __del__(self):
        print('gone')


def fail():
    watched = Watched()
    raise ValueError


try:
    fail()
except ValueError:
    print('handled', list(sys.exc_info()[2].tb_next.tb_frame.f_locals))
# gilsim prints:
# gone
# handled []
# cpython prints:
# handled ['watched']
# gone
