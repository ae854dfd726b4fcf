def numbers():
    print("start")
    for i in range(3):
        got = yield i
        print("got", got)
    return "done"

g = numbers()
print("made")
print(next(g))
print(g.send("hello"))
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print("stopped with", stop.value)
print(list(g))
