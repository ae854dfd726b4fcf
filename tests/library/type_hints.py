# typing as programs use it.
from typing import *
import collections.abc
import typing


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except Exception as error:
        print(repr(error))


T = TypeVar('T')
K = TypeVar('K', bound=int)
S = TypeVar('S', int, str, covariant=True)
Spec = ParamSpec('Spec')
UserId = NewType('UserId', int)
for x in (Any, Optional[int], Union[int, str], Union[int, None], List[int], Dict[str, int], Callable[[int], str],
          Callable[..., int], Tuple[int, ...], Tuple[()], T, S, Type[int], Iterable[int], Literal['a', 1], Final[int],
          ClassVar[int], Annotated[int, 3], List, Dict, Callable, Generic, NoReturn, ForwardRef('x'), Optional['X'],
          Awaitable[int], Generator[int, None, str], Union[int, Union[str, int]], Union[int], Never, Self,
          LiteralString, UserId, Spec, Deque[int], DefaultDict[str, int], Counter[str], AsyncIterator[int],
          Mapping[str, Any], int | None, Type, Tuple, Concatenate, TypeGuard[int], Required[int], Text, AnyStr, Hashable,
          Sized, SupportsInt, IO, TextIO, ContextManager[int], Protocol, List[T][int], Dict[K, T][int, str],
          List['Later'], Callable[[], None], Callable[Spec, T], Union[List[T], None][str], List[List[int]], Sequence[int],
          Dict[str, List[Tuple[int, str]]], Optional[Callable[[int], None]], Coroutine[Any, Any, int], Any | None):
    print(repr(x))
print(List[int] == List[int], Union[int, str] == Union[str, int], hash(List[int]) == hash(List[int]), Optional[int] == (int | None))
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Union[int, str]),
      get_args(Literal[1, 2]), get_origin(3), get_origin(Annotated[int, 1]), get_args(Annotated[int, 1]), get_args(list[int]))
print(cast(int, 'x'), UserId(5), UserId.__name__, TYPE_CHECKING, isinstance([], List), isinstance({}, Mapping), issubclass(list, Sequence))
attempt(isinstance, [], List[int])
attempt(lambda: Union[()])
attempt(lambda: List[int][str])
attempt(lambda: Dict[int])
attempt(lambda: Optional[int, str])
attempt(lambda: Union())
attempt(lambda: List())
attempt(lambda: Any())
attempt(lambda: TypeVar('X', int))
print(Deque([1]), DefaultDict(int))


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item


class Pair(Box[int], Generic[K]):
    pass


class Ints(List[int]):
    pass


class Walk(Iterator[int]):
    def __next__(self):
        raise StopIteration


print(Box(1).item, Box[int](2).item, Box[int], Box.__parameters__, Pair.__parameters__, Ints([1]), [b.__name__ for b in Ints.__mro__],
      list(Walk()), Box[int](1).__orig_class__, Pair[int], Box.__orig_bases__)
attempt(lambda: Box[int, str])
attempt(lambda: Ints[int])
attempt(lambda: Generic[int])


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self):
        pass


class Sized2(Protocol):
    size: int

    def grow(self): ...


class Impl(Sized2):
    def __init__(self, n):
        self.size = n

    def grow(self):
        return self.size


print(isinstance(Door(), Closes), isinstance(3, Closes), issubclass(Door, Closes), Impl(3).grow(), isinstance(3, SupportsInt),
      isinstance('', SupportsFloat), isinstance(1, SupportsIndex))
attempt(Closes)
attempt(isinstance, 3, Sized2)


class Emp(NamedTuple):
    name: str
    id: int = 3

    def hello(self):
        return 'hi ' + self.name


print(Emp('x'), Emp('x').hello(), Emp._fields, Emp.__annotations__, Emp._field_defaults, Emp.__mro__[1:], NamedTuple('E2', [('a', int)])(1),
      Emp.__module__)


class Movie(TypedDict, total=False):
    name: str
    year: int


class Full(Movie):
    extra: NotRequired[int]
    must: str


print(Movie(name='x'), Movie.__annotations__, Movie.__total__, sorted(Full.__required_keys__), sorted(Full.__optional_keys__),
      is_typeddict(Movie), TypedDict('Q', {'a': int})(a=1))


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


@final
class Last:
    pass


def hinted(a: 'int', b: Optional['Box'] = None, *args: List[str], c: Annotated[int, 'm'] = 1) -> 'Box[int]':
    pass


class Holder:
    x: 'int'
    y: ClassVar['str'] = 'a'


print(f(3), Last.__final__, get_type_hints(hinted), get_type_hints(hinted, include_extras=True)['c'], get_type_hints(Holder), len(get_overloads(f)))
attempt(assert_never, 3)
print(sorted(set(typing.__all__)), all(hasattr(typing, name) for name in typing.__all__))
