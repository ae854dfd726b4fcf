import bisect
a = [1, 3, 3, 5]
print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 0), bisect.bisect(a, 9),
      bisect.bisect_left(a, 3, 2), bisect.bisect_left(a, 4, hi=2))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a)
def grade(score): return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]
print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
people = [("a", 20), ("b", 30)]
bisect.insort(people, ("c", 25), key=lambda p: p[1])
print(people, bisect.bisect_left(people, 30, key=lambda p: p[1]))
try:
    bisect.bisect(a, 1, -1)
except ValueError as error:
    print(error)
