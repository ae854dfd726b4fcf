def nothing(): pass
def bare(x):
    if x:
        return
    return x
def many(): return 1, *[2, 3]
def early(n):
    for i in range(n):
        if i == 2:
            return i
print(nothing(), bare(1), bare(0), many(), early(5), early(1))
