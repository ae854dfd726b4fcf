class Left:
    def __add__(self, other): return NotImplemented
    def __matmul__(self, other): return "Left @"
class Right:
    def __radd__(self, other): return "Right radd"
    def __rsub__(self, other): return "Right rsub"
    def __rmatmul__(self, other): return "never"
print(Left() + Right(), Left() - Right(), Left() @ Right(), 1 - Right(), [] + Right(), "a" + Right(), None - Right())
operators = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"]
for operator in operators:
    try:
        eval(f"Left() {operator} 1")
    except TypeError as error:
        print(error)
