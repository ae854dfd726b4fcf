import string
t = string.Template("$name owes $$${amount} to ${other}s")
print(t.substitute(name="Ada", amount=5, other="Bob"), t.safe_substitute(name="x"), t.get_identifiers(), t.is_valid())
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits,
      string.octdigits, string.capwords("the  quick fox"), string.capwords("a-b", "-"))
for bad in (lambda: t.substitute(), lambda: string.Template("$").substitute(),
            lambda: string.Template("a\n${").substitute()):
    try:
        bad()
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
class Percent(string.Template):
    delimiter = "%"
print(Percent("%x $x").substitute(x=1))
class F(string.Formatter):
    def get_value(self, key, args, kwargs): return f"<{key}>"
print(F().format("{a} {0!r:>6} {b}"), string.Formatter().format("{0} {x:>4}", 1, x=2),
      list(string.Formatter().parse("a{b!r:c}{{d")))
