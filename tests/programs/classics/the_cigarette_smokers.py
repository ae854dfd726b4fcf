import threading, random
items = ["tobacco", "paper", "matches"]
table, smoked = threading.Condition(), {item: 0 for item in items}
missing, rounds = None, 9
def smoker(has):
    global missing
    while True:
        with table:
            table.wait_for(lambda: missing in (has, "closed"))
            if missing == "closed":
                return
            smoked[has] += 1
            missing = None
            table.notify_all()
threads = [threading.Thread(target=smoker, args=(item,)) for item in items]
for t in threads: t.start()
chance = random.Random(1)
wanted = {item: 0 for item in items}
for _ in range(rounds):
    choice = chance.choice(items)
    wanted[choice] += 1
    with table:
        table.wait_for(lambda: missing is None)
        missing = choice
        table.notify_all()
with table:
    table.wait_for(lambda: missing is None)
    missing = "closed"
    table.notify_all()
for t in threads: t.join()
print(smoked == wanted, sum(smoked.values()))
