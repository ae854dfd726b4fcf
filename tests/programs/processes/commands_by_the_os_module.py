import os
import signal
import subprocess
import sys

sys.stdout.reconfigure(line_buffering=True)  # the commands write, too
print(os.system('echo hello'), os.system('exit 3'), os.system('nofile'), os.WEXITSTATUS(os.system('exit 5')))
print(os.system('sleep 60 & echo started'), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
print(os.popen('echo a; echo b').read(), os.popen('exit 2').close(), os.popen('true').close())
with os.popen('cat', 'w') as file:
    file.write('to cat\n')
for line in os.popen('seq 3'):
    print(line, end='')
for wrong in (3,), ('x', 'z'), ('x', 'r', 0):
    try:
        os.popen(*wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(subprocess.getoutput('echo a; echo b'), subprocess.getstatusoutput('echo x; exit 4'), subprocess.getstatusoutput('nofile'))

# What there is no program for.
os.makedirs('/tmp/commands', exist_ok=True)
os.chdir('/tmp/commands')


def write(name, text, mode):
    with open(name, 'w') as file:
        file.write(text)
    os.chmod(name, mode)


def attempt(*args, **kwargs):
    try:
        print(subprocess.run(*args, **kwargs))
    except OSError as error:
        print(type(error).__name__, error)


write('script.sh', '#!/bin/sh\necho script $1 $0\n', 0o755)
write('script.py', '#!/usr/bin/env python3\nimport sys\nprint(sys.argv)\n', 0o755)
write('locked.sh', '#!/bin/sh\n', 0o644)
write('text', 'echo x', 0o755)
attempt(['nofile'])
attempt(['./nofile', 'x'])
attempt(['/tmp'])
attempt(['./locked.sh'])
attempt(['./text'])
attempt(['./script.sh', 'x'])
attempt(['./script.py', 'x'])
attempt(['sh', 'script.sh', 'y'])
attempt(['true'], env={'PATH': '/nowhere'})
attempt(['true'], env={})
attempt(['true'], cwd='/nowhere')
attempt('nofile', shell=True, executable='/bin/nofile')
attempt([sys.executable, '-c', 'import os; print(os.environ["NEW"])'], env={**os.environ, 'NEW': 'n'})
os.environ['NEW'] = 'inherited'
attempt([sys.executable, '-c', 'import os; print(os.environ["NEW"])'])
attempt('echo $NEW', shell=True)
