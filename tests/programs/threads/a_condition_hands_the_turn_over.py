import threading

condition = threading.Condition()
turn = 0

def take_turns(mine, rounds):
    global turn
    for i in range(rounds):
        with condition:
            condition.wait_for(lambda: turn == mine)
            print(mine, i)
            turn = 1 - turn
            condition.notify()

threads = [threading.Thread(target=take_turns, args=(n, 3)) for n in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
