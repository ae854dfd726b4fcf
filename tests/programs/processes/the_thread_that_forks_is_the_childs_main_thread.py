import os, threading

def work():
    if os.fork() == 0:
        me = threading.current_thread()
        print(me.name, me is threading.main_thread(), threading.get_native_id() == os.getpid(), flush=True)
    else:
        os.wait()

thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
print("end of", threading.current_thread().name)
