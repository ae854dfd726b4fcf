import os
import shutil

for name in 'sh', 'ls', 'cat', 'python3', 'no_such_program', '/usr/bin/ls', './ls':
    print(name, shutil.which(name, path='/nowhere:/usr/bin'))
os.makedirs('/tmp/commands_found', exist_ok=True)
with open('/tmp/commands_found/tool', 'w') as file:
    file.write('#!/bin/sh\n')
os.chmod('/tmp/commands_found/tool', 0o644)
print(shutil.which('tool', path='/tmp/commands_found'))
os.chmod('/tmp/commands_found/tool', 0o755)
print(shutil.which('tool', path='/tmp/commands_found'), shutil.which('tool', path=''))
