# linear congruential numbers appended to a list and sorted
def work(n):
    x = 12345
    numbers = []
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        numbers.append(x)
    numbers.sort()
    return numbers[n // 2]


work(500_000)
