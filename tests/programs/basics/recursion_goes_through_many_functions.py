def is_even(n):
    return True if n == 0 else is_odd(n - 1)
def is_odd(n):
    return False if n == 0 else is_even(n - 1)
def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))
def hanoi(n, a, b, c):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
def permutations(items):
    return [[x] + rest for i, x in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])] or [[]]
print(is_even(300), ackermann(2, 3), len(hanoi(6, "a", "b", "c")), hanoi(2, 1, 2, 3), permutations([1, 2, 3]))
