import threading
turns = [threading.Event() for _ in range(3)]
out = []
def say(i, words):
    for word in words:
        turns[i].wait()
        turns[i].clear()
        out.append(word)
        turns[(i + 1) % 3].set()
threads = [threading.Thread(target=say, args=(i, words)) for i, words in enumerate(("123", "abc", "ABC"))]
for t in threads: t.start()
turns[0].set()
for t in threads: t.join()
print("".join(out))
