# gilsim: `os.listdir`, `os.scandir` and `glob` give names in alphabetical order
# cpython: in no order
# why: runs are the same everywhere
import os
import tempfile
with tempfile.TemporaryDirectory() as folder:
    for number in range(100):
        open(os.path.join(folder, str(number * 37 % 100)), "w").close()
    print(os.listdir(folder) == sorted(os.listdir(folder)))
# gilsim prints:
# True
# cpython prints:
# False
