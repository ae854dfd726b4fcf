class Sized:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class Index:
    def __index__(self): return 3
print(len(Sized(2)), len(Sized(True)), len(Sized(Index())), len("中文"), len({1: 2}), len(range(10**12)), len(b"ab"))
for bad in (Sized(-1), Sized("x"), Sized(2**70), Sized(1.5), 5, None, object()):
    try:
        len(bad)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
