import multiprocessing

if __name__ == '__main__':
    items = multiprocessing.Queue()
    items.put(lambda: 1)  # told by the feeder thread
    items.put('after it')
    print(items.get(), items.qsize())
    reader, writer = multiprocessing.Pipe()
    for value in (lambda: 1, open, (number for number in range(3)), multiprocessing.Lock(), items):
        try:
            writer.send(value)
            print(reader.recv())
        except Exception as error:
            print(type(error).__name__, str(error).split(' at 0x')[0])
