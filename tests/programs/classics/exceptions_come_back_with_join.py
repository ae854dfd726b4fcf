import sys, threading
class Result(threading.Thread):
    def run(self):
        self.error = self.result = None
        try:
            self.result = self._target(*self._args, **self._kwargs)
        except Exception as error:
            self.error = error
    def join(self, timeout=None):
        super().join(timeout)
        if self.error:
            raise self.error
        return self.result
def divide(a, b): return a / b
good, bad = Result(target=divide, args=(6, 3)), Result(target=divide, kwargs={"a": 1, "b": 0})
good.start(), bad.start()
print(good.join())
try:
    bad.join()
except ZeroDivisionError as error:
    print("from the thread:", error)
def hook(args): print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = hook
t = threading.Thread(target=divide, args=(1, 0), name="doomed")
t.start()
t.join()
