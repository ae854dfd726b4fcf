for x in range(3):
    for y in range(3):
        if y == x:
            break
        print(x, y)
    else:
        print("whole row", x)
        continue
    if x == 2:
        break
    print("end of", x)
