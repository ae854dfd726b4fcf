from typing import Protocol, runtime_checkable, TypedDict, NamedTuple, Required, NotRequired
@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...
class Sized2(Protocol):
    size: int
class File:
    def close(self): pass
print(isinstance(File(), Closeable), isinstance(5, Closeable), issubclass(File, Closeable))
try:
    isinstance(File(), Sized2)
except TypeError as error:
    print(error)
try:
    Closeable()
except TypeError as error:
    print(error)
class Explicit(Closeable): 
    def close(self): return "closed"
print(Explicit().close(), Closeable._is_protocol)
class Movie(TypedDict, total=False):
    name: Required[str]
    year: int
m = Movie(name="x", year=1)
print(m, type(m), Movie.__annotations__ == {"name": Required[str], "year": int} or sorted(Movie.__annotations__),
      Movie.__total__, Movie.__required_keys__, Movie.__optional_keys__)
Other = TypedDict("Other", {"in": int})
print(Other({"in": 1}))
