import types
c = types.CellType(3); print(c.cell_contents)
c.cell_contents = 4; print(c.cell_contents); del c.cell_contents
try: c.cell_contents
except ValueError as e: print(e)


def outer():
    x = 1

    def inner():
        return x
    return inner


print(types.FunctionType(outer().__code__, {}, closure=(types.CellType('own'),))())
