def run(what):
    order = []
    try:
        order.append("try")
        if what == "value": raise ValueError
        if what == "key": raise KeyError
        if what == "return": return order
        if what == "other": raise OSError
    except ValueError:
        order.append("except value")
    except (KeyError, IndexError) as error:
        order.append("except " + type(error).__name__)
    else:
        order.append("else")
    finally:
        order.append("finally")
    order.append("after")
    return order
for what in ("nothing", "value", "key", "return"):
    print(what, run(what))
try:
    run("other")
except OSError:
    print("passed on")
