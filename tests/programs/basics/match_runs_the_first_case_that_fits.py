class Loud:
    def __init__(self, value): self.value = value
    def __eq__(self, other):
        print("compared with", other)
        return self.value == other
match Loud(2):
    case 1 | 2 | 3: print("found")
    case _: print("never")
def f(command):
    match command.split():
        case ["go", ("north" | "south") as where]: return f"going {where}"
        case ["go", *_]: return "where?"
        case ["get", item, "from", place]: return f"{item} out of {place}"
        case ["quit" | "exit"]: return "bye"
        case []: return "say something"
        case [verb, *words]: return f"cannot {verb} {len(words)} things"
for command in ("go north", "go up", "get key from box", "exit", "", "eat a b c"):
    print(f(command))
