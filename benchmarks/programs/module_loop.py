# loop: nested for and += at module level
total = 0
for i in range(2000):
    for j in range(2000):
        total += 1
