def outer():
    x = 1
    def inner():
        return x
    print(inner())
    del x
    try:
        inner()
    except NameError as error:
        print(error)
    x = 2
    print(inner())

outer()
