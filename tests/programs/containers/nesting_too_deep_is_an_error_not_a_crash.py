# not-python: CPython itself crashes on iterators nested this deep.
# output:
# repr: maximum recursion depth exceeded while getting the repr of an object
# ==: maximum recursion depth exceeded in comparison
# str of dicts: maximum recursion depth exceeded while getting the repr of an object
# filter: maximum recursion depth exceeded
# chain: maximum recursion depth exceeded
import itertools


def attempt(what, action, *arguments):
    try:
        action(*arguments)
    except RecursionError as error:
        print(f'{what}: {error}')


def nest(innermost, wrap):
    for _ in range(100000):
        innermost = wrap(innermost)
    return innermost


attempt('repr', repr, nest([], lambda inner: [inner]))
attempt('==', lambda: nest([], lambda inner: [inner]) == nest([], lambda inner: [inner]))
attempt('str of dicts', str, nest({}, lambda inner: {1: inner}))
attempt('filter', next, nest(iter([1]), lambda inner: filter(None, inner)))
attempt('chain', next, nest(iter([1]), itertools.chain))
