import queue, threading
tree = {"/": ["usr", "etc", "a.py"], "/usr": ["lib", "b.py"], "/usr/lib": ["c.py", "d.txt"], "/etc": ["e.txt"]}
folders, found, lock = queue.Queue(), [], threading.Lock()
def worker():
    while True:
        folder = folders.get()
        if folder is None: return folders.task_done()
        for name in tree[folder]:
            path = folder.rstrip("/") + "/" + name
            if path in tree: folders.put(path)
            elif name.endswith(".py"):
                with lock: found.append(path)
        folders.task_done()
folders.put("/")
threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads: t.start()
folders.join()
for t in threads: folders.put(None)
for t in threads: t.join()
print(sorted(found))
