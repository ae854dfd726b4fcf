def mark(word):
    print("made", word)
    def decorate(thing):
        print("applied", word, "to", thing.__name__)
        thing.marks = getattr(thing, "marks", ()) + (word,)
        return thing
    return decorate

@mark("outer")
@mark("inner")
def f():
    return f.marks

print(f())

@mark("class")
class C:
    @staticmethod
    @mark("static")
    def method():
        return "called"

print(C.marks, C.method())

buttons = [mark("zero"), mark("one")]
@buttons[1]
@(lambda thing: thing)
def g(): pass
print(g.marks)
@print
def printed(): pass
print(printed)
