"""true: does nothing, successfully."""


def main(words):
    return 0
