Point = type("Point", (), {"x": 1, "get": lambda self: self.x, "__doc__": "Made."})
Sub = type("Sub", (Point,), dict(y=2))
print(Point().get(), Sub().x, Sub.y, Point.__name__, Sub.__mro__, Point.__doc__, Point.__module__, type(Point),
      type(type))
print(type(5), type("a") is str, type(None), type(lambda: 0), type(print), type([].append), type(type(5)))
for bad in (lambda: type(), lambda: type("A", ()), lambda: type(5, (), {}), lambda: type("A", [], {}),
            lambda: type("A", (5,), {}), lambda: type("A", (bool,), {}), lambda: type("A", (int, str), {}),
            lambda: type("A", (Sub, Sub), {}), lambda: type("A", (Point, Sub), {})):
    try:
        bad()
    except TypeError as error:
        print(error)
