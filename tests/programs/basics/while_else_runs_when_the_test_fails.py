def search(wanted):
    n = 0
    while n < 4:
        if n == wanted:
            print("found", n)
            break
        n += 1
    else:
        print("not found after", n)

search(2)
search(9)
while False:
    pass
else:
    print("not even once")
