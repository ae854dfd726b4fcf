people = [("Li", 30), ("Wang", 25), ("Zhao", 30), ("Sun", 25)]
print(sorted(people, key=lambda person: person[1]))
print(sorted(people, key=lambda person: person[1], reverse=True))
numbers = [3, 1, 2]
print(numbers.sort(), numbers, numbers.index(2), numbers.pop(0), numbers)
try:
    [1, "a"].sort()
except TypeError as error:
    print(error)
