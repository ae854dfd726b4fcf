# Text that is no name: what CPython's compiler has met of names before changes the order of a literal with names.
print({"x 1", "yy 2", 3.5}, {"a-b", "c-d", "e-f"}, {1, 2, 3, "four!", 5.0, (6,)}, {3.5, "yy 2", "x 1"})
print({"one!", "two!", "three!", "four!", "five!", "six!", "seven!"}, {100, 5, 33, 64, 8, 16}, {3, 11, 19, 4}, {8, 0, 16, 24})
print({*"hello world"}, {x for x in "comprehension"}, frozenset("frozen"), set("set"), {"b!", *["a!", "c!"]})
print({-1, -2, 0.5, 2 ** 40}, {0.25, 1.5, 2.75, 8.125}, {(1, 2), (3, 4), (5, 6), ()}, {b"x", b"y", b"z"}, {1j, 2j, 3j})
print({16, 8, 0} | {24, 32}, {7, 15, 23} - {15}, {7, 15, 23} ^ {15, 31}, {5, 13, 21} & {21, 13, 29})
for word in {"al pha", "be ta", "gam ma", "del ta"}: print(word, end=" ")
print(8 in {0, 8, 16}, [x for x in {24, 8, 16, 0}])
s = {9, 1, 17, 25}
s.add(33)
print(s, s.pop(), s)
