# expect: any-order
import os

os.register_at_fork(before=lambda: print("before 1", flush=True), after_in_parent=lambda: print("parent 1"),
                    after_in_child=lambda: print("child 1", flush=True))
os.register_at_fork(before=lambda: print("before 2", flush=True), after_in_parent=lambda: print("parent 2"),
                    after_in_child=lambda: print("child 2", flush=True))
try:
    os.register_at_fork(before=3)
except TypeError as error:
    print(error)
print(end="", flush=True)
pid = os.fork()
if pid == 0:
    os._exit(0)
os.wait()
