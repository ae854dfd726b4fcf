from unittest.mock import *
from unittest import mock
import unittest
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
m = Mock(return_value=3)
t(lambda: (m(1, x=2), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls))
t(lambda: m.assert_called_with(1, x=2)); t(lambda: m.assert_called_with(2)); t(lambda: m.assert_not_called())
m(5); t(lambda: m.assert_called_once()); t(lambda: m.assert_any_call(1, x=2)); t(lambda: m.assert_any_call(9)); t(lambda: m.assert_called_once_with(5))
t(lambda: m.assert_has_calls([call(1, x=2), call(5)])); t(lambda: m.assert_has_calls([call(5), call(1, x=2)])); 
n = Mock(); n.a.b(1).c(2); t(lambda: (n.mock_calls, n.method_calls, n.a.mock_calls))
t(lambda: n.mock_calls == [call.a.b(1), call.a.b().c(2)]); t(lambda: call.a.b(1).c(2).call_list())
s = Mock(side_effect=[1, 2, ValueError('x')]); t(s); t(s); t(s); t(s)
s = Mock(side_effect=KeyError('k')); t(s)
s = Mock(side_effect=lambda x: x * 2); t(lambda: s(4))
t(lambda: Mock(spec=['a']).b); t(lambda: repr(Mock(spec=str).upper).split(' id')[0]); t(lambda: isinstance(Mock(spec=str), str))
t(lambda: Mock().assert_foo)
g = MagicMock(); t(lambda: (len(g), bool(g), int(g), list(g), 1 in g)); g.__len__.return_value = 5; t(lambda: len(g))
g.__getitem__.return_value = 'item'; t(lambda: (g['k'], g.__getitem__.call_args, g.mock_calls))
with g as x: pass
t(lambda: g.__exit__.call_args)
t(lambda: len(Mock()))
class C:
    def f(self): return 'real'
    x = 1
with patch.object(C, 'f', return_value='mocked') as p: t(lambda: C().f()); t(p.assert_called_once_with)
t(lambda: C().f())
@patch('__main__.C')
@patch.object(C, 'x', 7)
def deco(mc): return C is mc, repr(mc.x).split(' id')[0]
t(deco)
d = {'a': 1}
with patch.dict(d, {'b': 2}, clear=True): print(d)
print(d)
with patch('builtins.print') as pr: print('hidden')
t(lambda: pr.call_args)
t(lambda: patch.object(C, 'nope').start()); t(lambda: patch('C'))
with patch('builtins.open', mock_open(read_data='hello\nx')):
    with open('f') as f: print(f.read())
t(lambda: (sentinel.a, sentinel.a is sentinel.a, ANY == 3, DEFAULT))
c = Mock(**{'method.return_value': 3, 'other.side_effect': KeyError}); t(c.method); t(c.other)
class P:
    @property
    def v(self): return 1
with patch.object(P, 'v', new_callable=PropertyMock) as v: v.return_value = 9; t(lambda: P().v)
m.reset_mock(); t(lambda: (m.called, m.mock_calls))
parent = Mock(); ch = Mock(); parent.child = ch; ch(1); t(lambda: parent.mock_calls)
t(lambda: repr(Mock(name='nm').attr()).split(' id')[0]); t(lambda: repr(MagicMock(spec=int)).split(' id')[0])
