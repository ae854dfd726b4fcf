import threading

def work():
    print("working in", threading.current_thread().name)

t = threading.Thread(target=work, name="工人")
print(t.is_alive())
t.start()
t.join()
print(t.is_alive(), threading.active_count())
