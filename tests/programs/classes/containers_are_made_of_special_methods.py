class Grid:
    def __init__(self): self.cells = {}
    def __getitem__(self, key): return self.cells.get(key, f"no {key!r}")
    def __setitem__(self, key, value): self.cells[key] = value
    def __delitem__(self, key): del self.cells[key]
    def __len__(self): return len(self.cells)
    def __contains__(self, value): return value in self.cells.values()
    def __iter__(self): return iter(self.cells)
    def __reversed__(self): return reversed(list(self.cells))
g = Grid()
g[1, 2] = "a"
g["x"] = "b"
g[...] = "c"
print(g[1, 2], g[0], len(g), "b" in g, list(g), list(reversed(g)))
del g["x"]
print(g["x"], [*g], bool(g), bool(Grid()))
try:
    del g["x"]
except KeyError as error:
    print("KeyError", error)
