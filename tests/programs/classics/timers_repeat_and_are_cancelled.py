import threading, time
class Repeat(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
ticks = []
repeat = Repeat(0.01, ticks.append, ["tick"])
repeat.start()
time.sleep(0.055)
repeat.cancel()
repeat.join()
print(3 <= len(ticks) <= 6, set(ticks))
never = threading.Timer(5, print, ["never"])
never.start()
never.cancel()
never.join()
once = threading.Timer(0.01, print, args=["once"], kwargs={"end": "!\n"})
once.start()
once.join()
print(never.finished.is_set(), once.is_alive())
