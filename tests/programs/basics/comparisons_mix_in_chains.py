class Loud:
    def __init__(self, value):
        self.value = value
    def __lt__(self, other):
        print(self.value, "<", other.value)
        return self.value < other.value
    def __eq__(self, other):
        print(self.value, "==", other.value)
        return self.value == other.value

a, b, c = Loud(1), Loud(2), Loud(2)
print(a < b == c)
print(b < a == c)
print(1 < 2 in [2, 3] is not None != 4)
print(1 == 1.0 == True, 3 > 2 > 1, "a" < "b" < "c" > "b", not 1 < 2 < 3)
print((1 < 3) < 2, 1 < (3 < 2))
