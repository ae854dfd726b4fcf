import builtins
names = [n for n in dir(builtins) if n[0] != "_" and n != "breakpoint"]
kinds = {}
for name in names:
    kinds.setdefault(type(getattr(builtins, name)).__name__, []).append(name)
for kind, members in sorted(kinds.items()):
    if kind not in ("Quitter", "_Printer", "_Helper"):
        print(kind, [m for m in members if m not in ("copyright", "credits", "license", "exit", "quit", "help")])
