def numbers(n):
    for i in range(n):
        print("make", i)
        yield i
def even(source):
    for x in source:
        if x % 2 == 0:
            yield x
def square(source):
    return (x * x for x in source)
pipe = square(even(numbers(6)))
print(next(pipe))
print(next(pipe))
print(list(pipe))
import itertools
def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print(list(itertools.islice(fibonacci(), 10)), list(itertools.takewhile(lambda x: x < 30, fibonacci())))
def flatten(nested):
    for item in nested:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item
print(list(flatten([1, [2, [3, [4]], 5]])))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
