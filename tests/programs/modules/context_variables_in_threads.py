import contextvars, threading
v = contextvars.ContextVar("v", default="default")
token = v.set("main")
seen = []
def work():
    seen.append(v.get())
    v.set("thread")
    seen.append(v.get())
t = threading.Thread(target=work); t.start(); t.join()
c = contextvars.copy_context()
t = threading.Thread(target=c.run, args=(work,)); t.start(); t.join()
print(seen, v.get(), c[v], v in c, len(c), v.name)
v.reset(token)
print(v.get(), v.get("other"))
try:
    v.reset(token)
except RuntimeError as error:
    print(str(error)[:50])
w = contextvars.ContextVar("w")
try:
    w.get()
except LookupError as error:
    print(type(error).__name__)
