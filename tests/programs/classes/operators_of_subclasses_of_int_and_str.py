class Metres(int):
    def __add__(self, other): return Metres(int(self) + other)
    def __repr__(self): return f"{int(self)} m"
class Text(str):
    def __add__(self, other): return Text(str.__add__(self, other))
    def shout(self): return self.upper() + "!"
print(Metres(3) + 4, 4 + Metres(3), Metres(3) * 2, type(Metres(3) * 2).__name__, Text("a") + "b",
      (Text("a") + "b").shout(), type(Text("a").upper()).__name__)
print(Metres(3) == 3, {3: "x"}[Metres(3)], [1, 2, 3][Metres(1)], "%d" % Metres(5), f"{Metres(5):03}", str(Metres(5)),
      "a" in Text("abc"), {"k": 1}[Text("k")])
class L(list):
    def __getitem__(self, i): return "item" if isinstance(i, int) else super().__getitem__(i)
    def append(self, x): super().append(x * 2)
l = L([1, 2])
l.append(5)
print(l, l[0], l[1:], list(l), sum(l), type(l + [1]).__name__, type(l[:]).__name__)
