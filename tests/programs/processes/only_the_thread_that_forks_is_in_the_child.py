import os, threading, time

def work():
    while not done:
        time.sleep(0.01)

done = False
thread = threading.Thread(target=work, name="worker")
thread.start()
pid = os.fork()
if pid == 0:
    print("child", [each.name for each in threading.enumerate()], thread.is_alive(), flush=True)
    os._exit(0)
os.waitpid(pid, 0)
print("parent", sorted(each.name for each in threading.enumerate()), thread.is_alive())
done = True
thread.join()
