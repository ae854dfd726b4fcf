import multiprocessing


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


def pair(*args):
    return multiprocessing.Pipe(*args)


if __name__ == '__main__':
    reader, writer = pair(False)
    print(reader.readable, reader.writable, writer.readable, writer.writable)
    attempt(reader.send, 1)
    attempt(writer.recv)
    attempt(writer.poll)
    writer.send('last')
    writer.close()
    attempt(reader.recv)
    attempt(reader.recv)
    reader.close()
    attempt(reader.recv)
    attempt(reader.fileno)
    reader, writer = pair(False)
    reader.close()
    attempt(writer.send, 1)
    one, other = pair()
    attempt(one.send_bytes, 'text')
    attempt(one.send_bytes, b'abc', -1)
    attempt(one.send_bytes, b'abc', 4)
    attempt(one.send_bytes, b'abc', 1, -1)
    attempt(one.send_bytes, b'abc', 1, 5)
    attempt(one.recv_bytes, -1)
    one.send_bytes(b'abcdef')
    attempt(other.recv_bytes_into, bytearray(3))
    one.send_bytes(b'abcdef')
    attempt(other.recv_bytes_into, bytearray(3), 7)
    one.send_bytes(b'abcdef')
    attempt(other.recv_bytes, 3)
    one, other = pair()
    other.close()
    attempt(one.recv)
    attempt(one.send, 1)
