# three generators in a row
def numbers(n):
    for i in range(n):
        yield i


def odd(items):
    for item in items:
        if item & 1:
            yield item


def squares(items):
    for item in items:
        yield item * item


assert sum(squares(odd(numbers(1_000_000)))) > 0
