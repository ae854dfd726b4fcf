"""false: does nothing, unsuccessfully."""


def main(words):
    return 1
