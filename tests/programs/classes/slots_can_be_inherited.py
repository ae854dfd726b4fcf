class A:
    __slots__ = ("x", "__private", "y")
    def __init__(self): self.__private = 1
class B(A):
    __slots__ = "z"
class C(A): pass
b, c = B(), C()
b.x, b.z, c.anything = 1, 2, 3
print(b.x, b.z, c.__dict__, hasattr(b, "__dict__"), A.__slots__, B.__slots__, b._A__private)
for bad in (lambda: setattr(b, "w", 1), lambda: b.y, lambda: delattr(b, "y"), lambda: A.x.__get__(5)):
    try:
        bad()
    except (AttributeError, TypeError) as error:
        print(error)
print(type(A.x).__name__, A.x.__name__, A.x.__objclass__, A.x.__get__(b))
for text in ("class D:\n __slots__ = ('a',)\n a = 1", "class E(int):\n __slots__ = ('a',)",
             "class F:\n __slots__ = ('not ok',)", "class G:\n __slots__ = (5,)", "class H(A, B): pass",
             "class I:\n __slots__ = ('p',)\nclass J(A, I): pass"):
    try:
        exec(text)
        print("made")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
