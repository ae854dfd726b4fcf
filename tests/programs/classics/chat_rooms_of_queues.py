import queue, threading
class Room:
    def __init__(self): self.members, self.lock = {}, threading.Lock()
    def enter(self, name):
        with self.lock:
            self.members[name] = queue.SimpleQueue()
            return self.members[name]
    def say(self, who, text):
        with self.lock:
            for name, inbox in self.members.items():
                if name != who: inbox.put((who, text))
room, heard = Room(), {}
ready, done = threading.Barrier(3), threading.Barrier(3)
def member(name):
    inbox = room.enter(name)
    ready.wait()
    room.say(name, f"I am {name}")
    done.wait()
    heard[name] = sorted(inbox.get() for _ in range(2))
threads = [threading.Thread(target=member, args=(n,)) for n in ("ann", "bob", "cy")]
for t in threads: t.start()
for t in threads: t.join()
for name in sorted(heard): print(name, heard[name])
