# Tracebacks as text.
import traceback, sys
print(traceback.__all__)
def f(n):
    if n: f(n-1)
    else: {}['k']
def g():
    try: f(6)
    except KeyError as e: raise ValueError('bad\nline') from e
try: g()
except ValueError as e:
    err=e
    traceback.print_exc(); print(traceback.format_exc(limit=1)); 
    print(traceback.format_exception_only(type(e),e), traceback.format_exception_only(e))
    print(traceback.extract_tb(e.__traceback__), traceback.format_tb(e.__traceback__))
    fs=traceback.extract_tb(e.__traceback__)[0]; print(fs, fs.name, fs.lineno, fs.filename[-4:], fs.line, tuple(fs)[1:], len(fs), fs.colno,fs.end_colno)
traceback.print_exception(err, chain=False, file=sys.stdout)
traceback.print_exception(type(err), err, err.__traceback__, limit=-1)
traceback.print_exception(None)
print(traceback.format_exc())
traceback.print_stack(); print(traceback.format_stack()[-1])
def deep(n): return deep(n-1) if n else 1/0
try: deep(20)
except Exception: traceback.print_exc()
try:
    try: 1/0
    except Exception: raise KeyError('ctx')
except Exception: traceback.print_exc()
try:
    try: 1/0
    except Exception: raise KeyError('ctx') from None
except Exception as e:
    e.add_note('a note'); traceback.print_exc()
try: compile('a b c\n','x.py','exec')
except SyntaxError as e: traceback.print_exc(); print(traceback.format_exception_only(e))
try: raise ExceptionGroup('eg',[ValueError(1),ExceptionGroup('in',[TypeError(2)])])
except Exception: traceback.print_exc()
t=traceback.TracebackException.from_exception(err); print(list(t.format_exception_only()), ''.join(t.format())[:40], t.exc_type, t.stack[0].name, str(t))
class E(Exception):
    def __str__(self): raise 1
traceback.print_exception(E())
class Outer:
    class In(Exception): pass
try: raise Outer.In
except Exception: traceback.print_exc()
print(traceback.format_list([('f.py',3,'fn','text'),('g.py',4,'gn',None)]))
traceback.print_tb(err.__traceback__, limit=1)
try:
    x = (1 +
      1/0)
except Exception: traceback.print_exc()
for fr,ln in traceback.walk_tb(err.__traceback__): print(ln)
