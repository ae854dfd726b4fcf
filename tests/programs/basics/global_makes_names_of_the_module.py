def define():
    global made, also
    made = 1
    for also in range(3):
        pass
    def inner():
        global made
        made += 10
    inner()

define()
print(made, also)

class Body:
    global in_class
    in_class = "from a class body"
    local = 1

print(in_class, hasattr(Body, "in_class"))
def imports():
    global math
    import math
imports()
print(math.pi)
