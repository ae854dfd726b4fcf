# exit: 0
# stderr: ignore
import multiprocessing
import sys


def work():
    print('never')


multiprocessing.set_start_method('spawn', force=True)
try:
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    print(process.exitcode)
except RuntimeError as error:
    print(error)
    sys.exit(5)
