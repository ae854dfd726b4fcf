from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def initialize():
    raise KeyError('no')


if __name__ == '__main__':
    with ProcessPoolExecutor(1, initializer=initialize) as executor:
        try:
            executor.submit(abs, 1).result()
        except BrokenProcessPool as error:
            print(error)
