import sys
import traceback


def endless(n):
    return endless(n + 1)


def generate():
    yield from generate()


def consume():
    for item in generate():
        pass


def count(n):
    if n:
        return count(n - 1)
    return 1 / 0


def length(error):
    traceback = error.__traceback__
    entries = 0
    while traceback:
        entries, traceback = entries + 1, traceback.tb_next
    return entries


for function in (lambda: endless(0), consume):
    try:
        function()
    except RecursionError as error:
        print(length(error), error, traceback.format_exc())
for n in (1, 2, 3, 4, 5, 10):
    try:
        count(n)
    except ZeroDivisionError:
        print(traceback.format_exc())
sys.setrecursionlimit(50)
endless(0)
