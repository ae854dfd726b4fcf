print(ValueError().args, ValueError(1, 2).args, str(ValueError(1, 2)), repr(ValueError("a")), repr(ValueError(1, "b")),
      str(KeyError("k")), str(KeyError("a", 1)), str(ValueError(5)))
error = ValueError("a")
error.args = ("changed", 1)
print(error, error.args)
class Own(ValueError):
    def __init__(self, code): self.code = code
print(Own(5).args, Own(5).code, repr(Own(5)), str(Own(5)))
class Other(Exception):
    def __init__(self, a, b=2): super().__init__(f"a is {a}")
print(Other(1), Other(1).args, repr(Other(1)))
print(OSError(2, "words").errno, OSError(2, "words", "file"), type(OSError(2, "x")).__name__, OSError("one").errno,
      StopIteration(5).value, SystemExit(3).code, UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why"))
print(ImportError("m", name="n", path="p").name, NameError("x", name="y").name,
      AttributeError("x", name="n", obj=5).obj)
