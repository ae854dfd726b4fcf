# run: --max-memory 60M
# not-python
import os

rows = [bytes(1000) for _ in range(20_000)]
for _ in range(3):
    if os.fork() == 0:
        rows.clear()
        os._exit(0)
    os.wait()
print(len(rows), len([bytes(1000) for _ in range(20_000)]))
# output:
# 20000 20000
