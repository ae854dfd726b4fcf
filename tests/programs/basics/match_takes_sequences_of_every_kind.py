import array, collections
def f(value):
    match value:
        case []: return "empty"
        case [x]: return "one", x
        case (1, *rest): return "begins with 1", rest
        case [*init, 9]: return "ends with 9", init
        case [a, [b, *c], *d]: return a, b, c, d
        case [_, _, *_]: return "two or more"
        case _: return "no sequence"
for value in ([], (), [5], (1, 2, 3), [2, 3, 9], [0, [1, 2, 3], 4], [0, "ab"], range(3), "ab", b"ab", {1, 2}, {1: 2},
              collections.deque([1, 2]), array.array("i", [7]), bytearray(b"a"), iter([1]), memoryview(b"ab")):
    print(f(value))
