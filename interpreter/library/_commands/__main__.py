"""What a process of `_commands` does: it runs the module that is named like the program."""

import os
import sys

from _commands._streams import Failure, complain

_, program, *words = sys.argv
module = __import__('_commands.' + ('test' if program == '[' else program), fromlist=['main'])
try:
    status = module.main(words)
except Failure as failure:
    complain(words[0], failure)
    status = failure.status
os._exit(status)
