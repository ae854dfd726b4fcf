order = []

def say(name, value=None):
    order.append(name)
    return value

table = say("dict", {})
(say("target", table))[say("key", "k")] = say("value", 1)
print(order)
order.clear()
{say("k1"): say("v1"), **(say("more", {})), say("k2"): say("v2")}
say("f", lambda *args, **named: None)(say("a"), *say("star", []), say("b"), x=say("x"), **say("named", {}))
say("left", 1) + say("right", 2) * say("last", 3)
(say("c") or say("d")) if say("test") else say("e")
say("i", [1])[say("index", 0)] += say("sum", 1)
print(order)
