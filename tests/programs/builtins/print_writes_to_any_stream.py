import io, sys
class Stream:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
    def flush(self): self.parts.append("<flush>")
s = Stream()
print("a", 1, None, sep=", ", end="!\n", file=s)
print(file=s)
print("x", file=s, flush=True)
print(*"abc", sep="", file=s)
print(s.parts)
buffer = io.StringIO()
print("to", "buffer", file=buffer)
print(repr(buffer.getvalue()))
old, sys.stdout = sys.stdout, s
print("redirected")
sys.stdout = old
print(s.parts[-2:])
for bad in (lambda: print(1, sep=5), lambda: print(1, end=5), lambda: print(1, file=5), lambda: print(1, nothing=5)):
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(error)
print(1, 2, sep=None, end=None)
print("last", file=None)
