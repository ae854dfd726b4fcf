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
except OSError as error:
    complain(words[0], f'{error.filename}: {error.strerror}' if error.filename is not None else error.strerror)
    status = 1
os._exit(status)
