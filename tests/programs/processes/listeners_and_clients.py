import multiprocessing
from multiprocessing.connection import AuthenticationError, Client, Listener


def client(address, key, results):
    try:
        with Client(address, authkey=key) as connection:
            connection.send(['hello', 5])
            results.put(connection.recv())
    except AuthenticationError as error:
        results.put(str(error))


if __name__ == '__main__':
    results = multiprocessing.SimpleQueue()
    with Listener(('localhost', 0), authkey=b'secret') as listener:
        print(listener.address[0], listener.last_accepted)
        process = multiprocessing.Process(target=client, args=(listener.address, b'secret', results))
        process.start()
        with listener.accept() as connection:
            print(connection.recv())
            connection.send('answer')
        process.join()
        print(results.get())
        process = multiprocessing.Process(target=client, args=(listener.address, b'wrong', results))
        process.start()
        try:
            listener.accept()
        except AuthenticationError as error:
            print(error)
        process.join()
        print(results.get())
    try:
        listener.accept()
    except OSError as error:
        print(error)
