import threading, time
class Stoppable(threading.Thread):
    def __init__(self):
        super().__init__()
        self.stop_event, self.rounds = threading.Event(), 0
    def stop(self): self.stop_event.set()
    def run(self):
        try:
            while not self.stop_event.wait(0.002):
                self.rounds += 1
        finally:
            print("cleaned up")
t = Stoppable()
t.start()
time.sleep(0.02)
t.stop()
t.join(timeout=1)
print(t.rounds > 1, t.is_alive())
