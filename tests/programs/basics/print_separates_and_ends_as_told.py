print(1, "two", None, sep="-", end="!\n")
print()
print("a", end="")
print("b", "c", sep="")
import sys
print("to the errors", file=sys.stderr)
print(*[1, 2, 3], sep=", ", flush=True)
