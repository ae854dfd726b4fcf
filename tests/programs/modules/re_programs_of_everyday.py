import re
log = "2024-01-02 10:20:30 ERROR [db] timeout=30s\n2024-01-02 10:21:00 INFO [web] ok"
pattern = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) (?P<level>\w+) \[(?P<who>\w+)\] (?P<text>.*)")
for m in pattern.finditer(log):
    print(m.groupdict(), m.span("level"), m.lastgroup)
print(re.findall(r"\b\w{5}\b", "hello world again"), re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@here you@there"),
      re.split(r"[,;]\s*", "a, b;c"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22"))
print(re.match(r"(\d+)-(\d+)", "12-34x").groups(), re.fullmatch(r"\d+", "12x"),
      re.search("(?i)HELLO", "say hello").start(), re.escape("a.b*c"), re.subn("a", "b", "aaa", 2),
      bool(re.match("", "")))
tokens = re.compile(r"\s*(?:(\d+)|(.))")
def tokenize(text): return [int(n) if n else o for n, o in tokens.findall(text)]
print(tokenize("3+4*(2 - 10)"), re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"), re.findall(r"(a)(b)?", "abaa"))
print(re.compile(r"""
    (\d+)  # digits
    \s*    # space
    ([a-z]+)
""", re.VERBOSE).match("12 ab").group(1, 2), re.findall("^.", "ab\ncd", re.M), re.findall("a.c", "a\nc", re.S), re.sub("(a)|b", r"[\1]", "ab"))
