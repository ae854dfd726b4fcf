import contextvars, threading
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, str(e).split(' at 0x')[0])
v = contextvars.ContextVar('v'); w = contextvars.ContextVar('w', default=5)
t(v.get); t(v.get, 1); t(w.get); t(w.get, 2); k = v.set(3); t(v.get); t(lambda: (k.var is v, k.old_value is contextvars.Token.MISSING, k.MISSING)); v.reset(k); t(v.get); t(v.reset, k)
t(w.reset, v.set(1)); c = contextvars.copy_context(); t(lambda: (len(c), list(c) == [v], c[v], v in c, w in c, c.get(w, 'none')))
def f(x): v.set(x); return v.get(), c.get(v)
t(c.run, f, 9); t(lambda: (v.get(), c[v])); t(c.run, c.run, f); t(lambda: 3 in c); t(contextvars.Token); t(contextvars.ContextVar, 3)
r = []
th = threading.Thread(target=lambda: r.append(v.get('own'))); th.start(); th.join(); print(r)
print(repr(w).split(' at ')[0], v.name, contextvars.ContextVar[int])
tok = v.set(8); t(lambda: contextvars.copy_context().run(v.reset, tok))
