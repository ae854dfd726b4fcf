a = [1]
b = [1]
print(a is b, a is not b, a is a, None is None, () is (), True is True)
print(a[0] is b[0])
class C:
    def __eq__(self, other):
        return True
print(C() == None, C() is None, not C() is None)
