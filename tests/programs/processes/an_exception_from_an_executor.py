# exit: 1
from concurrent.futures import ProcessPoolExecutor


def inner(x):
    return 1 / x


def work(x):
    return inner(x)


if __name__ == '__main__':
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(work, 1).result(), flush=True)
        executor.submit(work, 0).result()
