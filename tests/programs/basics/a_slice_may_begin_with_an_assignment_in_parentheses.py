numbers = [1, 2, 3, 4]
print(numbers[(n := 1):], n)
print(numbers[((n := 2)):n + 1], numbers[n := 3])
del numbers[(m := 1):(k := 3)]
print(numbers, m, k)
