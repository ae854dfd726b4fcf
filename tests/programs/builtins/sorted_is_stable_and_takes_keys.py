words = ["banana", "Apple", "cherry", "apple", "Banana"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True), sorted("hello"),
      sorted({"b": 1, "a": 2}))
print(sorted([3, 1, 2], reverse=True), sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda p: p[0]), sorted([]),
      sorted(range(3), key=lambda x: -x))
class Reverse:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n > other.n
    def __repr__(self): return f"R{self.n}"
print(sorted(map(Reverse, [1, 3, 2])), words)
for bad in (lambda: sorted([1, "a"]), lambda: sorted(5), lambda: sorted([1], key=5), lambda: sorted([1], lambda x: x),
            lambda: sorted([None, 1]), lambda: sorted([1j, 2j])):
    try:
        bad()
    except TypeError as error:
        print(error)
