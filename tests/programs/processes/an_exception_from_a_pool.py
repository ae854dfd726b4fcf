# exit: 1
import multiprocessing


def work(x):
    return 1 / x


if __name__ == '__main__':
    with multiprocessing.Pool(1) as pool:
        print(pool.map(work, [1, 2]), flush=True)
        pool.map(work, [1, 0])
