import threading
import time

def linger():
    time.sleep(60)
    print("never")

t = threading.Thread(target=linger, daemon=True)
t.start()
print(t.daemon, t.is_alive())
