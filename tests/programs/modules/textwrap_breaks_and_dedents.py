import textwrap
text = "The quick brown fox jumps over the lazy dog, and extraordinarily-hyphenated words happen."
for line in textwrap.wrap(text, 20): print(repr(line))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), textwrap.shorten("short", 10),
      textwrap.shorten("too long a text", 8, placeholder="…"))
print(repr(textwrap.dedent("    a\n      b\n\n    c")), repr(textwrap.indent("a\n\nb", "> ")),
      repr(textwrap.indent("a\n\nb", "> ", lambda line: True)))
print(textwrap.wrap("a" * 25, 10), textwrap.wrap("a" * 15, 10, break_long_words=False), textwrap.wrap("", 5),
      textwrap.wrap("x\ty", 5, expand_tabs=False), textwrap.wrap("one two", 5, max_lines=1, placeholder="~"))
try:
    textwrap.wrap("a b", 0)
except ValueError as error:
    print(error)
