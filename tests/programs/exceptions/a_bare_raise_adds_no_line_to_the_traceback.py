# exit: 1
def divide():
    try:
        1 / 0
    except ZeroDivisionError:
        pieces = 1
        raise


def pass_on():
    try:
        divide()
    except ArithmeticError as error:
        try:
            raise
        finally:
            print("passed on", repr(error))


pass_on()
