import threading

data = threading.local()
data.x = "main"

def work():
    print(hasattr(data, "x"))
    data.x = "thread"
    print(data.x)

t = threading.Thread(target=work)
t.start()
t.join()
print(data.x)
