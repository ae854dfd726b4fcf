import os
import threading
import _folder

with open('shared.txt', 'w') as file:
    def work(name):
        for i in range(200):
            file.write('%s %d\n' % (name, i))

    threads = [threading.Thread(target=work, args=(name,)) for name in 'abcd']
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
lines = open('shared.txt').read().split('\n')
print(len(lines), sorted(lines)[:3], [sum(line.startswith(name) for line in lines) for name in 'abcd'])


def append(name):
    for i in range(50):
        with open('appended.txt', 'a') as own:
            own.write(name * 10 + '\n')


threads = [threading.Thread(target=append, args=(name,)) for name in 'xyz']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(set(open('appended.txt').read().split())), len(open('appended.txt').readlines()))

r, w = os.pipe()
received = []


def read():
    with os.fdopen(r, 'rb') as end:
        for line in end:
            received.append(line)


reader = threading.Thread(target=read)
reader.start()
with os.fdopen(w, 'wb') as end:
    for i in range(20000):
        end.write(b'%d\n' % i)
reader.join()
print(len(received), received[-1], received == [b'%d\n' % i for i in range(20000)])
r, w = os.pipe()
os.close(r)
_folder.attempt(os.write, w, b'x')
