value = "global"

def f():
    try:
        print(value)
    except UnboundLocalError as error:
        print(error)
    value: int

f()
