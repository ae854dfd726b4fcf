class Left:
    def __lt__(self, other): return NotImplemented
    def __eq__(self, other): return NotImplemented
class Right:
    def __gt__(self, other): return "Right gt"
    def __eq__(self, other): return "Right eq"
    def __le__(self, other): return "Right le"
print(Left() < Right(), Left() == Right(), Left() >= Right(), Left() == Left(), Left() != Left())
class Sub(Right):
    def __gt__(self, other): return "Sub gt"
print(Right() < Sub(), Right() >= Sub())
for expression in ("Left() < Left()", "Left() <= 1", "1 > Left()", "[] < Left()", "Left() >= None"):
    try:
        print(eval(expression))
    except TypeError as error:
        print(error)
class Ne:
    def __eq__(self, other): return []
print(Ne() == 1, Ne() != 1)
