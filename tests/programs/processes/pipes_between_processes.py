import multiprocessing
from multiprocessing.connection import wait


def echo(connection):
    while (message := connection.recv()) != 'end':
        connection.send((message, type(message).__name__))


def sender(connection, words):
    with connection:
        for word in words:
            connection.send(word)


if __name__ == '__main__':
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=echo, args=(theirs,))
    process.start()
    theirs.close()
    for message in ('text', 5, [1, {'a': (2, 3)}], None, b'octets', 2.5, 'x' * 100000):
        ours.send(message)
        answer = ours.recv()
        print(answer if len(repr(answer)) < 100 else len(answer[0]))
    print(ours.closed, ours.poll(), ours.poll(0.05))
    ours.send('end')
    process.join()
    print(process.exitcode)

    connections = []
    for words in (['a', 'b'], ['c']):
        reader, writer = multiprocessing.Pipe(duplex=False)
        multiprocessing.Process(target=sender, args=(writer, words)).start()
        writer.close()
        connections.append(reader)
    received = []
    while connections:
        for reader in wait(connections):
            try:
                received.append(reader.recv())
            except EOFError:
                connections.remove(reader)
    print(sorted(received))

    one, other = multiprocessing.Pipe()
    one.send_bytes(b'abcdef')
    one.send_bytes(b'abcdef', 2)
    one.send_bytes(bytearray(b'abcdef'), 2, 3)
    print(other.recv_bytes(), other.recv_bytes(), other.recv_bytes(3))
    one.send_bytes(b'12345')
    buffer = bytearray(10)
    print(other.poll(), other.recv_bytes_into(buffer, 2), buffer)
    other.close()
    print(other.closed)
