names = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split()
signs = "+ - * / // % ** << >> & | ^ @".split()
def method(name):
    return lambda self, other: f"{name}({other})"
Plain = type("Plain", (), {f"__{n}__": method(n) for n in names})
Reflected = type("Reflected", (), {f"__r{n}__": method("r" + n) for n in names})
InPlace = type("InPlace", (Plain,), {f"__i{n}__": method("i" + n) for n in names})
for name, sign in zip(names, signs):
    space = {"p": Plain(), "r": Reflected(), "i": InPlace(), "q": Plain()}
    exec(f"i {sign}= 1; q {sign}= 2", space)
    print(name, eval(f"p {sign} 3", space), eval(f"4 {sign} r", space), space["i"], space["q"])
