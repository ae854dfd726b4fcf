# not-python: it fills the simulated disk
# run: --max-memory 20M
import os

try:
    with open('/tmp/full', 'wb') as file:
        for _ in range(40):
            file.write(b'x' * 1_000_000)
except OSError as error:
    print(error, os.path.getsize('/tmp/full') > 18_000_000)
os.remove('/tmp/full')
with open('/tmp/again', 'w') as file:
    print(file.write('room again'))
print(open('/tmp/again').read())
# output:
# [Errno 28] No space left on device True
# 10
# room again
