"""What random programs are made of: Python text with holes.

`$int` is replaced by an expression that is (nearly always) an int, `$int_name` by a variable that holds one, `$small`,
`$word`, `$text`, `$key` by literals, `$block` on a line of its own by statements, one level deeper, `$callable` by the
call of a function that stands earlier in the program. Everything a template builds stays small: programs must end."""

LEAVES = {
    "int": ["$int_name", "$small", "-$small", "1000003", "2**31", "2**62", "-2**63", "10**20", "True", "0"],
    "float": ["$float_name", "0.5", "-1.25", "1e16", "1e-7", "3.0", "float('inf')", "-0.0", "2.675", "1/3"],
    "str": ["$str_name", "'$word'", "'$word $word'", "''", "'äß中文'", "'a\\tb\\n'", "'\\'\"'", "'\\U0001f600'"],
    "list": ["$list_name", "[]", "[3, 1, 2]", "[True, 'x', 2.5]", "[[1], [1, 2]]"],
    "dict": ["$dict_name", "{}", "{'a': 1, 'b': 2}", "{1: 'x', 3.5: 'y', (1, 2): 'z'}"],
    "set": ["$set_name", "set()", "{1, 2, 3}", "{'x', 'yy'}", "frozenset({1, 'a'})"],
    "tuple": ["$tuple_name", "()", "(1,)", "(1, 'a', 2.5)"],
    "bool": ["True", "False", "$int_name > $small", "$str_name == '$word'"],
    "bytes": ["b''", "b'ab\\x00\\xff'", "'$word'.encode()", "bytes([1, 2, 65])"],
    "object": ["$object_name", "Base($small)", "Derived($small)", "Odd($small)"],
}

EXPRESSIONS = {
    "int": ["$int + $int", "$int - $int", "$int * $int", "$int // $int", "$int % $int", "-$int", "~$int",
            "$int & $int", "$int | $int", "$int ^ $int", "$int << $small", "$int >> $small", "$int ** $small",
            "len($sized)", "abs($int)", "sum($list)", "max($list)", "min($tuple, default=$int)", "int($str)",
            "int($float)", "ord($str)", "$str.find($str)", "$str.count($str)", "$list.index($any)", "$list[$int]",
            "$tuple.count($any)", "round($float)", "divmod($int, $int)[$small]", "hash($int)", "hash($str) % 7",
            "pow($int, $small, $int)", "$dict[$key]", "$dict.get($key, $int)", "($int if $bool else $int)",
            "(lambda a, b=$small: a + b)($int)", "$int.bit_length()", "($int).bit_length()", "int('$small', $small)",
            "$callable", "sum(x for x in range($small) if x % 2)", "$object.value", "len($object)", "$object + $int",
            "int.from_bytes($bytes, 'big')", "$bytes[$small]", "(n := $int)", "sum(map(int, $str.split()))"],
    "float": ["$float + $float", "$float * $int", "$float / $float", "$int / $int", "$float // $float",
              "$float % $float", "$float ** $small", "round($float, $small)", "float($int)", "float($str)",
              "abs($float)", "-$float", "math.sqrt($float)", "math.floor($float)", "math.fsum($list)",
              "divmod($float, $float)[0]", "max($float, $int)", "math.hypot($float, $float)", "sum([$float, $int])"],
    "str": ["$str + $str", "$str * $small", "$str[$int]", "$str[$slice]", "str($any)", "repr($any)", "$str.upper()",
            "$str.title()", "$str.strip($str)", "$str.replace($str, $str)", "$str.replace($str, $str, $small)",
            "$str.join($list)", "$str.join(map(str, $list))", "$str.center($small, '*')", "$str.zfill($small)",
            "'%s %r' % ($any, $any)", "'%d %5.2f' % ($int, $float)", "'%x|%-6s|%+d' % ($int, $str, $int)",
            "'%(a)s' % $dict", "f'{$any}'", "f'{$any!r:>$small}'", "f'{$int:$int_format}'",
            "f'{$float:$float_format}'", "f'{$str:$str_format}'", "format($int, '$int_format')",
            "format($float, '$float_format')", "format($str, '$str_format')", "'{} {}'.format($any, $any)",
            "'{0!r} {k:>6}'.format($any, k=$any)", "chr($int % 500)", "hex($int)", "bin($int)", "oct($int)",
            "type($any).__name__", "$str.swapcase()", "ascii($str)", "$str.casefold()", "str($bytes)",
            "$str.expandtabs($small)", "$str.rjust($small)", "$str.capitalize()", "$bytes.hex()", "$object.name",
            "f'{$int=}'", "f'{$str!a}'", "f'{$float:{$small}.{$small}}'", "$str.translate({97: 'Z', 98: None})",
            "'{:$int_format}'.format($int)", "'{:$float_format}'.format($float)", "$bytes.decode('latin-1')"],
    "list": ["[$any, $any]", "[*$iterable, $any]", "$list + $list", "$list * $small", "$list[$slice]",
             "sorted($iterable)", "sorted($list, key=$key_function)", "sorted($iterable, key=str, reverse=$bool)",
             "[x for x in $iterable]", "[x * 2 for x in $iterable if x]", "[(x, y) for x in $list for y in $str]",
             "list($iterable)", "list(map($key_function, $iterable))", "list(filter(None, $iterable))",
             "list(zip($iterable, $iterable))", "list(enumerate($iterable, $int))", "list(reversed($list))",
             "$str.split()", "$str.split($str)", "$str.rsplit($str, $small)", "$str.splitlines($bool)",
             "list($dict.items())", "[[x for x in range(y)] for y in range($small)]", "list(range($int, $small))",
             "[y := 1, y ** 2, y]", "list($object)", "[i for i, in zip($iterable)]", "list(numbers($small))",
             "[*range($small)][$slice]", "list(itertools.islice(itertools.cycle($list), $small))",
             "list(itertools.accumulate($list))", "list(itertools.chain($iterable, $iterable))"],
    "dict": ["{$key: $any, $key: $any}", "{**$dict, $key: $any}", "$dict | $dict", "dict($list)", "dict(a=$any)",
             "{x: $any for x in $iterable}", "dict(zip($iterable, $iterable))", "dict.fromkeys($iterable, $any)",
             "dict(sorted($dict.items(), key=str))", "{k: v for k, v in $dict.items() if v}", "vars($object)",
             "dict(enumerate($iterable))", "collections.Counter($str)", "{x: x for x in $str}"],
    "set": ["{$key, $key}", "$set | $set", "$set & $set", "$set - $set", "$set ^ $set", "set($str)", "set($list)",
            "{x for x in $str}", "set($tuple)", "frozenset($iterable)", "{len(x) for x in $list}", "set($dict)",
            "$set.union($list)", "$dict.keys() & $set", "$dict.keys() - $set"],
    "tuple": ["($any, $any)", "tuple($iterable)", "$tuple + $tuple", "$tuple * $small", "$tuple[$slice]",
              "(*$iterable, $any)", "$str.partition($str)", "divmod($int, $int)", "next(iter($dict.items()))"],
    "bool": ["$int < $int", "$float <= $int", "$str < $str", "$any == $any", "$any in $list", "$any in $str",
             "$key not in $dict", "not $any", "$bool and $bool", "$bool or $bool", "all($iterable)", "any($list)",
             "$int < $int < $int", "isinstance($any, (int, str))", "$any is None", "$list < $list", "$tuple >= $tuple",
             "$set <= $set", "$str.startswith($str)", "$str.isdigit()", "callable($any)", "$any in $object",
             "hasattr($any, '$attribute')", "$object == $any", "$object < $object", "$set.isdisjoint($list)",
             "issubclass(type($any), Base)", "bool($any)", "$str.isidentifier()", "$any != $any"],
    "bytes": ["$bytes + $bytes", "$bytes * $small", "$bytes[$slice]", "$str.encode()", "bytes($list)",
              "$bytes.replace(b'a', $bytes)", "bytearray($bytes)", "$bytes.upper()", "bytes($small)",
              "$str.encode('ascii', 'backslashreplace')"],
    "object": ["$object + $object", "$object * $int", "-$object", "$object_class($any)", "$object.copy()",
               "$object_class.made($any)"],
}

# A hole of a mixed kind is filled by one of these.
MIXED = {
    "any": ["int", "int", "float", "str", "list", "dict", "set", "tuple", "bool", "bytes", "object", "none"],
    "iterable": ["list", "tuple", "str", "dict", "list", "bytes"],
    "sized": ["list", "tuple", "str", "dict", "set", "bytes"],
}

LITERALS = {
    "small": ["0", "1", "2", "3", "5", "7", "12"],
    "word": ["a", "b", "spam", "Egg", "x1", "ABC", "12", "-3", "4.5", "zz top"],
    "key": ["'a'", "'b'", "1", "2.0", "True", "(1, 2)", "$int_name", "$str_name", "$tuple_name", "''"],
    "slice": ["$int:$int", ":$int", "$small:", "::$step", "-$small:", "$int:$int:$step", ":", "::-1"],
    "step": ["1", "2", "-1", "-2", "3", "0", "None"],
    "int_format": ["d", "5d", "05d", "+d", " d", ",", "_", "x", "#x", "#b", "o", "X", "^9d", "*<8", "=+8", "e", "%",
                   "08,", "_b", "c", ">7", ".2f", "g", "n", "s", "s>6d", "#010x", "-08d", "^+7,", ".3"],
    "float_format": [".2f", "8.3f", "+.1e", "g", ".3g", "%", ",.2f", "010.2f", "e", ".0f", "#.0f", "G", "^12.2f",
                     "n", ".10", "_", "d", " .2f", "<9", "=+9.1f", "F", ".17g", "#g", "z.1f", "s", "08.3e", ",.0f"],
    "str_format": ["s", ">8", "<8", "^8", "*^7", ".2", "5.1", "d", "=8", ",", "x<3", "中>4", "10s", "+", "#", "08"],
    "attribute": ["value", "name", "__len__", "append", "missing", "real"],
    "key_function": ["str", "len", "repr", "lambda x: (str(type(x)), repr(x))", "lambda x: -x", "type", "abs",
                     "lambda x: x[0]", "int", "bool", "lambda x: 1 / x", "operator.neg"],
    "object_class": ["Base", "Derived", "Odd", "Sealed", "Mixed"],
    "object_name": ["o1", "o2"],
    "none": ["None", "...", "NotImplemented", "$callable", "1j", "complex($float, $int)", "range($small)",
             "slice($int, $any)"],
    "error": ["ValueError", "KeyError", "TypeError", "IndexError", "ZeroDivisionError", "Exception", "LookupError",
              "ArithmeticError", "AttributeError", "StopIteration", "OwnError", "(TypeError, ValueError)",
              "RuntimeError", "NameError", "OverflowError"],
    "raised": ["ValueError($any)", "KeyError($any)", "OwnError($any, $int)", "TypeError('$word')", "IndexError",
               "StopIteration($int)", "RuntimeError()", "Exception($any, $any)", "$any", "OSError(2, '$word')",
               "OwnError"],
}

STATEMENTS = [
    "$int_name = cut($int)", "$float_name = cut($float)", "$str_name = cut($str)", "$list_name = cut($list)",
    "$dict_name = cut($dict)", "$set_name = cut($set)", "$tuple_name = cut($tuple)", "$object_name = $object",
    "show($any)", "show($any, $any)", "show($int, $str)", "show($list)", "show($str)", "show($bool)",
    "show($object)", "$int_name += $int", "$int_name -= $small", "$int_name //= $int", "$float_name *= $float",
    "$str_name += $str\n$str_name = cut($str_name)", "$list_name += $iterable\n$list_name = cut($list_name)",
    "$list_name *= $small\n$list_name = cut($list_name)", "$set_name |= $set\n$set_name = cut($set_name)",
    "$dict_name |= $dict\n$dict_name = cut($dict_name)", "$object_name += $any", "$set_name -= $set",
    "$list_name[$int] = $any", "$list_name[$slice] = cut($iterable)\n$list_name = cut($list_name)",
    "del $list_name[$slice]", "del $list_name[$int]", "$list_name.append(cut($any))", "show($list_name.pop())",
    "$list_name.insert($int, $any)", "$list_name.sort()", "$list_name.sort(key=$key_function)",
    "$list_name.reverse()", "$list_name.remove($any)", "$dict_name[$key] = cut($any)", "del $dict_name[$key]",
    "$list_name[$small] += $int", "$dict_name[$key] += $int",
    "show($dict_name.pop($key, $any))", "show($dict_name.setdefault($key, $int))", "$dict_name.update($dict)",
    "show($dict_name.popitem())", "$set_name.add($key)", "$set_name.discard($key)", "show($set_name.pop())",
    "$int_name, $str_name = $int, $str", "$int_name, *$list_name = $iterable", "*$list_name, $int_name = $list",
    "$int_name, ($float_name, *$list_name) = $int, $tuple", "[$int_name, $str_name] = $list",
    "$int_name = $float_name = $int", "$object_name.value = $any", "$object_name.name = $str",
    "$object_name.$attribute = $any", "del $object_name.$attribute", "show($object_name.$attribute)",
    "$object_name[$any] = $any", "show($object_name[$any])", "show(~$object, $object @ $any)",
    "assert $bool, $any", "del $int_name", "del $str_name", "pass", "show(sorted(name for name in locals() if name[0] != '_'))",
    "print($any, $any, sep=$str, end='|\\n')", "show(*$iterable)", "show(**$dict)", "show($int, *$list, key=$any)",
    "show(spread($any, *$iterable, **$dict))", "show(spread($any, b=$any))", "show(spread())", "show(spread(b=$any))",
    "show(spread($any, $any, $any, c=$any, **$dict))", "raise $raised", "raise $raised from $raised",
    "if $bool:\n    $block\nelif $bool:\n    $block\nelse:\n    $block",
    "if $any:\n    $block",
    "for $int_name in range($int % 7):\n    tick()\n    $block",
    "for $target in $iterable:\n    tick()\n    $loop\nelse:\n    $block",
    "for $target in $dict.items():\n    tick()\n    $loop",
    "for $int_name, $str_name in enumerate($iterable):\n    tick()\n    $loop",
    "while $bool:\n    tick()\n    $loop\nelse:\n    $block",
    "while True:\n    tick()\n    if $bool: break\n    $loop\n    break",
    "for x in $list_name:\n    tick()\n    $list_name.append(x)\n    if len($list_name) > 9: break",
    "for x in $dict_name:\n    tick()\n    $dict_name[$key] = x",
    "for x in $set_name:\n    tick()\n    $set_name.discard(x)",
    "try:\n    $block\nexcept $error as error:\n    caught(error)\n    $block",
    "try:\n    $block\nexcept $error:\n    $block\n    raise\nfinally:\n    show('finally')\n    $block",
    "try:\n    $block\nexcept $error as error:\n    $block\nexcept Exception as error:\n    caught(error)\n"
    "else:\n    $block\nfinally:\n    $block",
    "try:\n    raise $raised\nexcept Exception as error:\n    caught(error)\n    raise $raised from error",
    "try:\n    raise ExceptionGroup('$word', [ValueError($any), KeyError($any)])\nexcept* ValueError as group:\n"
    "    caught(group)\n    $block",
    "with Manager($any, $bool) as $object_name:\n    $block",
    "with Manager($int, $bool), Manager($str, True) as $object_name:\n    $block",
    "match $any:\n    case int(n) if n > $small:\n        show(n)\n    case str() | bytes() as n:\n        show(n)\n"
    "    case [x, *rest]:\n        show(x, rest)\n    case {'a': x, **rest}:\n        show(x, rest)\n"
    "    case Base(value=x) | Odd(x):\n        show(x)\n    case None | True | 1.5:\n        show('constant')\n"
    "    case _:\n        $block",
    "match $tuple:\n    case (x, y):\n        $block\n    case (x, (y, *_)) | [y, x, *_]:\n        show(x, y)\n"
    "    case []:\n        $block",
    "def inner($int_name=$int, *rest, key=$any):\n    tick()\n    $body\n    return $any\nshow(inner($any))\n"
    "show(inner(key=$any))",
    "def inner():\n    nonlocal_count = $int\n    def deeper():\n        nonlocal nonlocal_count\n        tick()\n"
    "        nonlocal_count += $int\n        $body\n        return nonlocal_count\n"
    "    return deeper() + deeper()\nshow(inner())",
    "def each(n=$int):\n    tick()\n    $generator\n    received = yield $any\n    show(received)\n    $generator\n"
    "drive(each(), $any)",
    "def outer():\n    tick()\n    try:\n        result = yield from numbers($small)\n        show(result)\n"
    "        $generator\n    except $error as error:\n        caught(error)\n        yield $any\n"
    "    finally:\n        show('closed')\n        $block\ndrive(outer(), $any)",
    "functions = [lambda a=$any: (a, x) for x in range($small)]\nshow([f() for f in functions])",
    "class Local($object_class):\n    $class_body\n    value_of_class = $any\n    def twice(self):\n        tick()\n"
    "        return self.value, self.value_of_class, super().double()\n"
    "show(Local($any).twice(), Local.__mro__)",
    "class Local:\n    __slots__ = ('a', 'b')\n    def __init__(self, a): self.a = a\n    @property\n"
    "    def double(self): return self.a * 2\n    @double.setter\n    def double(self, v): self.a = v\n"
    "thing = Local($any)\nshow(thing.double)\nthing.double = $any\nshow(thing.a)\nshow(thing.b)",
]

# Only where the word before the underscore says: inside a loop, a function, a generator, a class.
LOOP_STATEMENTS = ["if $bool: break", "if $bool: continue", "try:\n    $block\n    continue\nfinally:\n    $block",
                   "with Manager($any, $bool):\n    break"]
FUNCTION_STATEMENTS = ["return $any", "global $int_name_global\n$int_name_global = $int",
                       "if $bool: return $any", "try:\n    return $any\nfinally:\n    $block",
                       "for x in $iterable:\n    try:\n        return x\n    finally:\n        if $bool: break",
                       "with Manager($any, $bool):\n    return $any"]
GENERATOR_STATEMENTS = ["yield $any", "show((yield $any))", "yield from $iterable", "$str_name = yield",
                        "try:\n    yield $any\nexcept $error as error:\n    caught(error)\n    yield 'caught'",
                        "try:\n    yield $any\nfinally:\n    show('finally')", "if $bool: return $any",
                        "for x in $list:\n    yield x", "with Manager($any, $bool):\n    yield $any"]
CLASS_STATEMENTS = ["a = $any", "b, *c = $iterable", "if $bool:\n    d = $any",
                    "def __len__(self): return $int", "def __bool__(self): return $any",
                    "def __getattr__(self, name): return name * $small", "def __eq__(self, other): return $bool",
                    "def __iter__(self): return iter($iterable)", "def __hash__(self): return $int",
                    "def __repr__(self): return $str", "def __contains__(self, item): return $any",
                    "__len__ = None", "e = [x for x in $list]", "@staticmethod\ndef made(v): return $any",
                    "@classmethod\ndef made(cls, v): return cls(v)", "def __radd__(self, other): return $any",
                    "def __format__(self, spec): return spec + $str", "def __index__(self): return $small",
                    "def __setattr__(self, name, v): object.__setattr__(self, name, cut(v))",
                    "def __del__(self): tick()", "def __call__(self, *a): return a"]

# What these print depends on scheduling; only run_program.cc uses them.
THREAD_STATEMENTS = ["start(lambda: show($any))", "start(lambda: show($any)).join()", "start(spread, $any, *$iterable)",
                     "with lock:\n    $block", "lock.acquire($bool)", "lock.acquire(timeout=0.01)", "lock.release()",
                     "box.put($any)", "show(box.get())", "show(box.get(timeout=0.01))", "show(box.get_nowait())",
                     "def work(n=$any):\n    tick()\n    $body\nstart(work)", "def work():\n    with lock:\n        $block\nstart(work)",
                     "with ready:\n    ready.wait(0.01)", "with ready:\n    ready.notify_all()", "time.sleep(0.001)",
                     "for thread in threads:\n    tick()\n    thread.join()", "threading.Timer(0.01, show, [$any]).start()",
                     "local.value = $any", "show(local.value)", "$object_name = local", "shared = numbers($small)\nstart(lambda: show(*shared))\nshow(*shared)",
                     "$list_name.append(lock)", "$dict_name[$key] = threading.current_thread()", "gc.collect()",
                     "start(lambda: gc.collect())", "weak = weakref.ref($object_name, lambda ref: show(ref()))", "del threads[:]",
                     "start(sorted, $list, key=lambda x: lock.acquire())", "sys.exit($any)", "start(sys.exit)"]
THREAD_PRELUDE = ["import gc, queue, sys, threading, time, weakref\nlock, ready, box, local, threads = threading.RLock(), threading.Condition(), "
                  "queue.Queue(3), threading.local(), []\n\ndef start(function, *arguments, **named):\n    tick()\n"
                  "    thread = threading.Thread(target=function, args=arguments, kwargs=named)\n    threads.append(thread)\n"
                  "    thread.start()\n    return thread\n"]

VARIABLES = {"int_name": ["i1", "i2", "i3"], "float_name": ["f1", "f2"], "str_name": ["s1", "s2", "s3"],
             "list_name": ["l1", "l2", "l3"], "dict_name": ["d1", "d2"], "set_name": ["e1", "e2"],
             "tuple_name": ["t1", "t2"], "int_name_global": ["g1", "g2"],
             "target": ["x", "i1", "s1", "(x, y)", "x, *y", "l1[0]", "o1.value", "d1['a']"]}
