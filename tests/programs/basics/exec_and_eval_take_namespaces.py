names = {"x": 5}
exec("y = x * 2\ndef f(): return y + 1", names)
print(names["y"], names["f"](), eval("f() + x", names))
local = {}
exec("z = x", {"x": 1}, local)
print(local)
print(eval("[v for v in (1, 2)]"), eval("  3 + 4"), eval(compile("a + 1", "<s>", "eval"), {"a": 1}))
code = compile("for i in range(2): print('i', i)", "<text>", "exec")
exec(code)
exec(compile("1 + 1; 'shown'", "<text>", "single"))
for bad in ("1 + )", "x = 1", "def"):
    try:
        eval(bad)
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
class Missing(dict):
    def __missing__(self, key):
        return key.upper()
print(eval("a + b", {}, Missing()))
