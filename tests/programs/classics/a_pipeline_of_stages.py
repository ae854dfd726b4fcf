import threading, queue
DONE = object()
def stage(function, source, target):
    while (item := source.get()) is not DONE:
        for result in function(item):
            target.put(result)
    target.put(DONE)
def read(text): yield from text.split()
def keep_long(word):
    if len(word) > 3:
        yield word
def shout(word): yield word.upper()
queues = [queue.Queue(maxsize=2) for _ in range(4)]
threads = [threading.Thread(target=stage, args=(f, queues[i], queues[i + 1])) for i,
           f in enumerate((read, keep_long, shout))]
for t in threads: t.start()
def feed():
    for line in ("the quick brown fox", "jumps over the lazy dog"):
        queues[0].put(line)
    queues[0].put(DONE)
threading.Thread(target=feed).start()
print(list(iter(queues[-1].get, DONE)))
for t in threads: t.join()
