import sys
import threading
import time
import traceback

ready = threading.Event()


def inner():
    ready.set()
    time.sleep(0.3)


def outer():
    inner()


thread = threading.Thread(target=outer, daemon=True)
thread.start()
ready.wait()
time.sleep(0.05)
frames = sys._current_frames()
print(set(frames) == {threading.get_ident(), thread.ident})
print(sys._current_frames()[threading.get_ident()].f_code.co_name, sys._current_frames()[threading.get_ident()].f_lineno)
frame = frames[thread.ident]
print([entry.name for entry in traceback.extract_stack(frame)][-2:], frame.f_lineno, frame.f_back.f_code.co_name)
