class Empty:
    pass

for action in (lambda: Empty().colour, lambda: Empty.size, lambda: None.x, lambda: (1).append(2), lambda: Empty()()):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__ + ":", error)
