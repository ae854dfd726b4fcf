counter = 0


def outer(a, b):
    c = a

    def middle():
        nonlocal c
        global counter
        c += 1
        counter += c

        class Inner:
            c = b
            d = c

            def method(self):
                return a, __class__, super().x

        return Inner

    del b
    return middle


class Private:
    __secret = 1

    def __hidden(self, __x, *, __y=2):
        self.__secret = __x
        import __module
        from a import __b
        return lambda __z: __z + self.__hidden(__y=1)

    class __Nested:
        pass


class ___:
    __not_mangled = 1


def parameters(a, /, b=1, *c, d, e=2, **f):
    return lambda: (a, b, c, d, e, f)


def generator():
    x = yield
    y = yield from x
    return lambda: (x, y)
