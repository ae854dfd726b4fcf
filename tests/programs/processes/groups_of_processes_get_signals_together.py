import os
import signal
import subprocess
import sys
import time

# A shell and what it has started.
process = subprocess.Popen('sleep 60 & sleep 60', shell=True, start_new_session=True, stdout=subprocess.PIPE)
print(os.getpgid(process.pid) == process.pid, os.getpgrp() == os.getpgid(0))
time.sleep(0.2)
os.killpg(os.getpgid(process.pid), signal.SIGTERM)
print(process.stdout.read(), process.wait())  # nobody has the pipe any more

# Without a group of its own only the shell is ended.
process = subprocess.Popen('sleep 0.5; echo late', shell=True, stdout=subprocess.PIPE)
print(os.getpgid(process.pid) == os.getpgrp())
time.sleep(0.1)
process.kill()
print(process.stdout.read(), process.wait())

for settings in {'preexec_fn': os.setsid}, {'preexec_fn': os.setpgrp}, {'process_group': 0}:
    process = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'], **settings)
    print(os.getpgid(process.pid) == process.pid)
    os.killpg(process.pid, signal.SIGKILL)
    print(process.wait())
try:
    os.killpg(process.pid, signal.SIGTERM)
except ProcessLookupError as error:
    print(error)

# Handlers are the parent's; what is ignored stays so.
signal.signal(signal.SIGTERM, lambda number, frame: print('handled', number))
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
for command in ['sleep', '60'], [sys.executable, '-c', 'import time; time.sleep(60)']:
    process = subprocess.Popen(command)
    process.terminate()
    print(process.wait())
process = subprocess.Popen(['sleep', '0.2'])
process.send_signal(signal.SIGUSR1)
print(process.wait())
os.kill(0 if os.getpgrp() == os.getpid() else os.getpid(), signal.SIGTERM)

# Whose pipe nobody reads is ended, unless it ignores that, as Python does.
reader, writer = os.pipe()
os.close(reader)
code = 'import os, signal\nsignal.signal(signal.SIGPIPE, signal.SIG_%s)\nos.write(1, b"x")'
for action in 'DFL', 'IGN':
    print(subprocess.run([sys.executable, '-c', code % action], stdout=writer, stderr=subprocess.DEVNULL).returncode)
