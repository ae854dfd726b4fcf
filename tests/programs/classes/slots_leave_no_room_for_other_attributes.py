class Point:
    __slots__ = ('x', '__hidden')

    def __init__(self):
        self.x = 1
        self.__hidden = 2

    def hidden(self):
        return self.__hidden


class Free(Point):
    pass


p = Point()
print(p.x, p.hidden(), hasattr(p, '__dict__'))
for statement in ('p.y = 1', 'del p.x; p.x', 'del p.x'):
    try:
        exec(statement)
    except AttributeError as error:
        print(statement, '->', error)
f = Free()
f.y = 3
print(f.__dict__, f.x)
try:
    class Both(Point, type('Other', (), {'__slots__': ('q',)})):
        pass
except TypeError as error:
    print(error)
