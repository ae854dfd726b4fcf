# try, except, finally; raises every fourth time
def work(n):
    caught = 0
    for i in range(n):
        try:
            if i % 4 == 0:
                raise ValueError(i)
        except ValueError:
            caught += 1
        finally:
            caught += 0
    return caught


work(1_000_000)
