# not-python: it looks at the simulated computer
# stderr: ignore
import os
import threading
import time

folder = os.path.dirname(__file__)
notes = os.path.join(folder, '_notes.txt')
print(open(notes).read(), os.path.exists(os.path.join(folder, '_folder.py')))
with open(notes, 'a') as file:
    file.write('and by the program')
print(open(notes).read())
print(os.listdir(os.path.expanduser('~')), os.path.isdir('/tmp'), os.getcwd() == os.environ['PWD'])
for name in ('/etc/passwd', '/usr/bin/python3', '/proc/self/status', '/new.txt', '/etc/new.txt'):
    try:
        open(name, 'w' if 'new' in name else 'r')
    except OSError as error:
        print(error)


def timed(function):
    start = time.perf_counter_ns()
    function()
    return time.perf_counter_ns() - start


def save():
    with open('/tmp/saved', 'w') as file:
        file.write('x' * 1000)
        file.flush()
        os.fsync(file.fileno())


number = os.open(os.path.join(folder, '_folder.py'), os.O_RDONLY)
cold, warm = timed(lambda: os.pread(number, 4096, 0)), timed(lambda: os.pread(number, 4096, 0))
print('the disk is slow:', 60_000 < cold < 200_000, 'the cache is fast:', warm < 3_000, 'fsync waits:', timed(save) > 1_000_000)
steps = 0
worker = threading.Thread(target=save)
worker.start()
while worker.is_alive():
    steps += 1
worker.join()
print('others run meanwhile:', steps > 1000)
# output:
# written by the author
#  True
# written by the author
# and by the program
# [] True True
# [Errno 2] No such file or directory: '/etc/passwd'
# [Errno 2] No such file or directory: '/usr/bin/python3'
# [Errno 2] No such file or directory: '/proc/self/status'
# [Errno 13] Permission denied: '/new.txt'
# [Errno 2] No such file or directory: '/etc/new.txt'
# the disk is slow: True the cache is fast: True fsync waits: True
# others run meanwhile: True
