def run():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            break
    print("dropped at", i)
    while True:
        try:
            return "lost"
        finally:
            break
    return "kept"

print(run())
