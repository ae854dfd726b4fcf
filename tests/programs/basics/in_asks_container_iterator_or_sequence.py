class Contains:
    def __contains__(self, item):
        return item
class Iterates:
    def __iter__(self):
        return iter([1, 2, 3])
class Indexes:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * 10
class Refuses:
    __contains__ = None
    def __iter__(self):
        return iter([])

print("yes" in Contains(), "" in Contains(), 2 in Iterates(), 9 not in Iterates(), 20 in Indexes(), 25 in Indexes())
for thing in (Refuses(), 5, None):
    try:
        print(1 in thing)
    except TypeError as error:
        print(error)
print("" in "abc", "bc" in "abc", b"b" in b"abc", 98 in b"abc", float("nan") in [float("nan")], 3 in range(0, 10, 3))
