# not-python
# exit: 3
# stderr-contains: Thread-1 (pay) wants other.lock #1, which Thread-2 (pay) holds
# stderr-contains: Thread-2 (pay) wants other.lock #2, which Thread-1 (pay) holds
import threading
import time


class Account:
    def __init__(self):
        self.lock = threading.Lock()

    def pay(self, other):
        with self.lock:
            time.sleep(0.1)
            with other.lock:
                print("never")


def main():
    a, b = Account(), Account()
    threads = [threading.Thread(target=a.pay, args=(b,)), threading.Thread(target=b.pay, args=(a,))]
    for thread in threads:
        thread.start()


main()
# output:
