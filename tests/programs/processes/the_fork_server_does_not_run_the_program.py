import multiprocessing

print('the program runs as', __name__, flush=True)


def work():
    print('work', flush=True)


if __name__ == '__main__':
    context = multiprocessing.get_context('forkserver')
    for _ in range(2):
        process = context.Process(target=work)
        process.start()
        process.join()
        print(process.exitcode, flush=True)
