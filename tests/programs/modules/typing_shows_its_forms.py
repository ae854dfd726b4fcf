import typing
from typing import *
T = TypeVar("T", bound=int)
U = TypeVar("U", int, str)
for form in (List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Union[int, int], Tuple[int, ...],
             Callable[[int, str], bool], Callable[..., Any], Any, ClassVar[int], Final[int], Literal["a", 1], Type[int],
             Iterable[T], Annotated[int, "meta"], int | None, list[T][int], Optional[Union[str, None]], "forward",
             NoReturn, Sequence[Tuple[int, str]], Generator[int, str, None], Awaitable[int], TypeVar("V"), U):
    print(form)
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(int), get_args(Union[int, str]), T.__bound__,
      U.__constraints__, cast(int, "x"))
def f(a: int, b: "str" = "x", *c: List["int"], d: Optional[int] = None) -> Dict[str, int]: ...
print(get_type_hints(f))
class C:
    x: int
    y: "List[C]"
print(get_type_hints(C)["x"], NewType("Id", int)(5), TYPE_CHECKING)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1), final(C) is C, no_type_check(f) is f)
