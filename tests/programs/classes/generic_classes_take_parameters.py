from typing import Generic, TypeVar
T = TypeVar("T")
K = TypeVar("K")
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, item: T) -> None: self.items.append(item)
    def pop(self) -> T: return self.items.pop()
class Pair(Generic[K, T]): pass
s = Stack[int]()
s.push(1)
print(s.pop(), Stack[int], Pair[str, int], Stack.__parameters__, Stack[int].__origin__ is Stack, type(s).__name__)
class IntStack(Stack[int]): pass
print(IntStack.__mro__[1].__name__, IntStack.__orig_bases__, Pair[int, T][str])
for bad in (lambda: Stack[int, str], lambda: Pair[int]):
    try:
        bad()
    except TypeError as error:
        print(error)
