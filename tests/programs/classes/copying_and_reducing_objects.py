import copy
class Node:
    def __init__(self, value, *children):
        self.value, self.children = value, list(children)
class Custom:
    def __init__(self): self.n = 0
    def __copy__(self): return "shallow"
    def __deepcopy__(self, memo): return "deep"
class Slots:
    __slots__ = ("a", "b")
leaf = Node("leaf")
root = Node("root", leaf, leaf)
root.self = root
shallow, deep = copy.copy(root), copy.deepcopy(root)
print(shallow.children is root.children, deep.children[0] is deep.children[1], deep.children[0] is leaf,
      deep.self is deep)
print(copy.copy(Custom()), copy.deepcopy([Custom()]), copy.copy([1, [2]]), copy.deepcopy({"a": (1, [2])}),
      copy.deepcopy(5), copy.copy(print) is print)
s = Slots()
s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, "b"))
class State:
    def __init__(self): self.x, self.lock = 1, "lock"
    def __getstate__(self): return {"x": self.x}
    def __setstate__(self, state): self.__dict__.update(state, lock="new")
print(vars(copy.copy(State())))
