# str(), hash(), == and the other special methods of a MagicMock are calls of it, and can be changed.
import math
from unittest.mock import MagicMock, call, Mock, NonCallableMagicMock
m = MagicMock(name="n")
s = str(m)
print(s.startswith("<MagicMock name='n'"), m.mock_calls, m.method_calls, m.__str__.mock_calls)
len(m)
int(m)
m[3]
m[1] = 2
bool(m)
list(m)
m.a.b(1)[2]
hash(m)
m == 3
3 in m
float(m)
print(m.mock_calls)
print(m.__str__.call_count, m.__len__.call_count)
repr(m)
print(len(m.mock_calls))
f"{m}"
print(len(m.mock_calls))
"%s" % m
print(m.mock_calls[-1])
format(m)
print(m.mock_calls[-1])
print("{}".format(m)[:10])
print(m.mock_calls[-2:])
m2 = MagicMock()
m2.__str__.return_value = "text"
print(str(m2), m2.mock_calls)
print(m2)
print(m2.mock_calls)
p = MagicMock()
p.child
str(p.child)
print(p.mock_calls)
str(p())
print(p.mock_calls)
p.reset_mock()
print(p.mock_calls)
m3 = Mock()
str(m3)
print(m3.mock_calls)
m4 = NonCallableMagicMock()
str(m4)
print(m4.mock_calls)
m2.__str__.assert_called_with()
print(m2.__str__.call_args_list)
m5 = MagicMock()
m5.__str__ = lambda self: "own"
print(str(m5), m5.mock_calls)
m6 = MagicMock(spec=int)
str(m6)
print(m6.mock_calls)
m7 = MagicMock()
hash(m7)
m7 != 1
math.trunc(m7)
print(m7.mock_calls)
with m7 as q:
    pass
print(m7.mock_calls)
m7.__enter__.assert_called_once_with()
print(m7 == m7, m7 == 3, len(m7.__eq__.call_args_list))
i = MagicMock()
i.__iter__.return_value = [1, 2]
print(list(i), list(i), i.mock_calls)
i.__iter__.return_value = iter([3])
print(list(i), list(i))
e = MagicMock()
e.__eq__.return_value = False
e.__ne__.return_value = "n"
print(e == e, e != e, len(e.mock_calls))
print(len({e}), e in [e], [e].index(e))
e.__hash__.return_value = 5
print(hash(e))
a = MagicMock()
b = MagicMock()
a(b)
a.assert_called_with(b)
print(a.call_args == call(b), b.mock_calls == [])
a.side_effect = lambda x: x
print(a(b) is b, str(a(1)))
print("%s|%r" % (type(a.__str__).__name__, a.__str__.return_value == repr(a)))
