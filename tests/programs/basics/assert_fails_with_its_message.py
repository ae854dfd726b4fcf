def check(value, *message):
    try:
        if message:
            assert value, message[0]
        else:
            assert value
    except AssertionError as error:
        print("failed", error.args)
    else:
        print("held")

check(1)
check(0)
check([], "an empty list")
check("", ("a", "tuple"))
check(None, None)
assert (False, "a tuple is true")
