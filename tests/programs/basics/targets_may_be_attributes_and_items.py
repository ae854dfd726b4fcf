class Box:
    pass

box = Box()
table = {}
grid = [[0] * 3 for _ in range(2)]
box.value, table["k"], grid[1][2] = range(3)
(box.left, [box.right, *box.rest]) = "ab", "cde"[:0] or ("c",)
print(vars(box), table, grid)
for box.value in range(3):
    pass
for table["i"], grid[0][0] in enumerate("xyz"):
    pass
print(box.value, table, grid)
with open("/dev/null") as box.file:
    print(box.file.closed)
print(box.file.closed)
