x = 1; y = 2; print(x, y)
if x: print("if"); print("same line")
else: print("never")
for i in range(2): print(i, end=" "); print("-", end=" ")
print()
class C: a = 1; b = 2
print(C.a, C.b)
def f(): x = 5; return x
print(f())
while x: x -= 1; print("while")
try: 1 / 0
except ZeroDivisionError: print("caught"); print("again")
finally: pass
with open("/dev/null") as n: print(n.read() == "")
