def run():
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    else:
        print("never")
    while True:
        try:
            break
        finally:
            print("left")

run()
for i in range(3):
    try:
        1 / 0
    except ZeroDivisionError:
        continue
    finally:
        print("after continue in except", i)
