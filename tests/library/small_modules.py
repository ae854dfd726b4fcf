# string, textwrap, pprint, timeit, sched, numbers, weakref.
import string, textwrap, pprint, timeit, sched, numbers, weakref
for m in (string,textwrap,pprint,timeit,sched,numbers,weakref): print(m.__name__, getattr(m,'__all__',None) )
print(string.capwords(' a  bc d'), string.Template('$a ${b} $$').substitute(a=1,b=2))
s=string.Template('x $q $')
for f in (lambda: s.substitute({}), lambda: s.safe_substitute({}), lambda: string.Template('$z').substitute(), lambda: string.Formatter().format('{0} {a!r:>5} {}',1,a='x'), lambda: string.Formatter().format('{} {}',1,2)):
    try: print(repr(f()))
    except Exception as e: print(repr(e))
t='The quick brown fox jumped over the lazy dog. It-was-a very_long word: '+'x'*30
print(textwrap.wrap(t,20)); print(textwrap.fill(t,30,initial_indent='* ',subsequent_indent='  ')); print(repr(textwrap.dedent('\n   a\n     b\n\n   c\n'))); print(textwrap.indent('a\n\nb','> ')); print(textwrap.shorten(t,40)); print(textwrap.wrap('',10), textwrap.wrap('aaa bbb ccc ddd',7,max_lines=1), textwrap.wrap('well-known thing',8))
pprint.pprint({'b':list(range(40)),'a':{'x':('yy'*20,)*4,'z':{1,2,3}},'s':'word '*30})
pprint.pprint([1,[2,[3,[4]]]],depth=2); print(pprint.pformat({'a':1},indent=4)); pprint.pprint(list(range(50)),compact=True,width=40)
print(pprint.saferepr({'b':1,'a':2}), pprint.isreadable([1]), pprint.isrecursive([1]))
import collections
pprint.pprint(collections.OrderedDict((str(i),'x'*20) for i in range(5))); pprint.pprint(collections.Counter('aabbbc'*10)); pprint.pprint(collections.deque(['x'*30]*4)); pprint.pprint(collections.defaultdict(list,{'a'*30:['b'*30]*2}))
import dataclasses
@dataclasses.dataclass
class D: a:int; b:str='x'*70; c:list=dataclasses.field(default_factory=lambda:list(range(3)))
pprint.pprint(D(1)); pprint.pprint({'k':D(1)}); pprint.pprint('a'*100); pprint.pprint(b'ab'*60); pprint.pprint((1,)); pprint.pprint({(1,2):'x', (0,):'y'}); pprint.pprint({1:2,'a':3}); l=[1]; l.append(l); pprint.pprint(l) if 0 else None
pprint.pprint({'b':1,'a':2},sort_dicts=False); pprint.pp({'b':1,'a':2}); pprint.pprint(1000000,underscore_numbers=True)
s=sched.scheduler(); o=[]
s.enter(0.12,1,o.append,('c',)); s.enter(0.06,2,o.append,('b',)); e=s.enter(0.005,1,o.append,kwargs=None or {}, argument=('a',)); x=s.enter(9,1,print); s.cancel(x); print(len(s.queue), s.empty(), e.priority, type(e).__name__); s.run(); print(o, s.empty(), s.run(False))
print(timeit.timeit('x+1','x=1',number=10)>=0, len(timeit.repeat('1',number=1,repeat=3)), timeit.timeit(lambda: 1, number=5)>0, timeit.default_timer.__name__)
for stmt in ('1+',): 
    try: timeit.timeit(stmt)
    except SyntaxError as e: print(e.msg)
print(isinstance(1,numbers.Integral), isinstance(1.5,numbers.Real), isinstance(1j,numbers.Complex), isinstance('',numbers.Number), isinstance(True,numbers.Rational))
class C: pass
c=C(); r=weakref.ref(c); d=weakref.WeakValueDictionary(a=c); k=weakref.WeakKeyDictionary({c:1}); w=weakref.WeakSet([c]); p=weakref.proxy(c); c.x=5
print(r() is c, d['a'] is c, k[c], c in w, p.x, len(w), list(d.items())[0][0]); f=weakref.finalize(c,print,'final',1); print(f.alive, bool(weakref.WeakMethod))
del c; print(r(), len(d), len(k), len(w), f.alive, list(d), f())
try: p.x
except ReferenceError as e: print(e)
