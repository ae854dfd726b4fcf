name, ratio, n = "worker", 2 / 3, 1234567
print(f"{name!r:>10}|{ratio:.3f}|{ratio:8.2%}|{n:,}|{n:#x}|{n:_}|{n:+d}|{-n:012d}")
print(f"{name=} {ratio=:.2f} {{literal}} {'nested ' + name:{'^'}{20}}|")
print("{0}-{1}-{0} {k[a]} {x.real:>5}".format(1, 2, k={"a": "item"}, x=3))
print("%-8s|%5.1f|%03d|%x|%%|%r" % ("ab", 3.14159, 7, 255, "q"))
