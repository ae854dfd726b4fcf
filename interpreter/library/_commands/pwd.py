"""pwd: writes the current folder."""

import os

from _commands._streams import write_text


def main(words):
    write_text(os.getcwd() + '\n')
    return 0
