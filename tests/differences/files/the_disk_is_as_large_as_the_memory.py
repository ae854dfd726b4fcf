# gilsim: the disk is as large as `--max-memory`; then `OSError` ENOSPC
# cpython: as it is
# why: a run must end
# run: --max-memory 20M
import tempfile
with tempfile.TemporaryFile() as file:
    try:
        for _ in range(30):
            file.write(bytes(1 << 20))
        print("written")
    except OSError as error:
        print(error)
# gilsim prints:
# [Errno 28] No space left on device
# cpython prints:
# written
