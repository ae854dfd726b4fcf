def values(*items):
    for item in items:
        print("asked", item)
        yield item

print(all(values(1, 0, 2)), any(values(0, "", 3, 4)))
print(all([]), any([]), all([[]]), any([[], 0]))
class Strange:
    def __bool__(self):
        raise ValueError("no truth")
try:
    any([0, Strange()])
except ValueError as error:
    print(error)
