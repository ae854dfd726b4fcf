def f():
    try:
        raise ValueError
    finally:
        return "from finally"

print(f())
