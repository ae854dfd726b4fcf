# hand-over: two threads alternate strictly by a Condition
import threading

condition = threading.Condition()
turn = 0


def play(me, rounds):
    global turn
    for _ in range(rounds):
        with condition:
            while turn != me:
                condition.wait()
            turn = 1 - me
            condition.notify()


threads = [threading.Thread(target=play, args=(me, 20_000)) for me in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
