"""What a process of `_commands` does: it runs the module that is named like the program."""

import os
import sys

import _signal
from _commands._streams import Failure, complain

_, program, *words = sys.argv
_signal.signal(_signal.SIGPIPE, _signal.SIG_DFL)
if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
module = __import__('_commands.' + ('test' if program == '[' else program), fromlist=['main'])
try:
    status = module.main(words)
except Failure as failure:
    complain(words[0], failure)
    status = failure.status
except BrokenPipeError:
    _signal.raise_signal(_signal.SIGPIPE)
os._exit(status)
