a = b = [1]
a += [2]
print(a is b, b)
a = a + [3]
print(a is b, b)
t = ([],)
try:
    t[0] += ["both"]
except TypeError as error:
    print(error, t)
