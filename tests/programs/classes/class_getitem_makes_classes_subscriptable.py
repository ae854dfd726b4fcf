class Box:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
class Sub(Box): pass
print(Box[int], Sub["x", 1], list[int], dict[str, list[int]], tuple[int, ...], type[int])
alias = list[int]
print(alias.__origin__, alias.__args__, alias([1, 2]), isinstance([], list), alias == list[int], type(alias).__name__)
class Plain: pass
for bad in (lambda: Plain[int], lambda: int[5], lambda: Box()[1]):
    try:
        bad()
    except TypeError as error:
        print(error)
