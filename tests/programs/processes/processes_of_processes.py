import multiprocessing


def grandchild(results):
    me = multiprocessing.current_process()
    results.put((me.name, multiprocessing.parent_process().name))


def child(results):
    process = multiprocessing.Process(target=grandchild, args=(results,))
    process.start()
    process.join()
    results.put((multiprocessing.current_process().name, process.exitcode, len(multiprocessing.active_children())))


if __name__ == '__main__':
    results = multiprocessing.Queue()
    process = multiprocessing.Process(target=child, args=(results,))
    process.start()
    print(results.get(), results.get())
    process.join()
    print(multiprocessing.Process(target=child).name)
