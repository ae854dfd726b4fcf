for stop in (3, 30):
    for i in range(10):
        if i == stop:
            print("broke at", i)
            break
    else:
        print("ran to the end")
n = 3
while n:
    n -= 1
else:
    print("n is", n)
