def collect(item, into=[]):
    into.append(item)
    return into

print(collect(1), collect(2), collect(3, []))

def every(a, b=2, *rest, c, d=4, **others):
    return a, b, rest, c, d, others

print(every(1, c=3))
print(every(1, 5, 6, 7, c=3, e=8))
try:
    every(1)
except TypeError as error:
    print(error)
