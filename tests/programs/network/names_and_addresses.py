# getaddrinfo and its kin, for what every computer knows.
import socket


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


attempt(lambda: socket.getaddrinfo('127.0.0.1', 80))
attempt(lambda: socket.getaddrinfo('127.0.0.1', 'http', type=socket.SOCK_STREAM))
attempt(lambda: socket.getaddrinfo(None, 80, socket.AF_INET, socket.SOCK_STREAM, 0, socket.AI_PASSIVE))
attempt(lambda: socket.getaddrinfo('127.0.0.1', 'no-such-service'))
attempt(lambda: socket.gethostbyname('localhost'))
attempt(lambda: socket.gethostbyname('127.0.0.1'))
attempt(lambda: socket.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
attempt(lambda: socket.getservbyname('http'))
attempt(lambda: socket.getservbyname('no-such'))
attempt(lambda: socket.getservbyport(443))
attempt(lambda: socket.getservbyport(81))
attempt(lambda: socket.inet_aton('1.2.3.4'))
attempt(lambda: socket.inet_aton('1.2.3.x'))
attempt(lambda: socket.inet_ntoa(b'\1\2\3\4'))
attempt(lambda: socket.inet_ntoa(b'\1\2\3'))
attempt(lambda: socket.inet_pton(socket.AF_INET, '127.0.0.1'))
attempt(lambda: socket.inet_pton(socket.AF_INET, '1.2.3'))
attempt(lambda: socket.inet_ntop(socket.AF_INET, b'\x7f\0\0\1'))
attempt(lambda: socket.inet_ntop(socket.AF_INET, b'\1'))
attempt(lambda: (socket.htons(80), socket.ntohl(1), socket.htonl(0x01020304)))
attempt(lambda: socket.htons(70000))
attempt(lambda: socket.gethostname() == socket.gethostname())
attempt(lambda: repr(socket.AF_INET) + repr(socket.SOCK_DGRAM) + repr(socket.MSG_PEEK))
attempt(lambda: socket.AddressFamily(2))
s = socket.socket()
attempt(lambda: (s.family, s.type, s.proto, s.timeout))
attempt(lambda: (s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE), s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)))
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
attempt(lambda: s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
s.bind(('', 0))
attempt(lambda: s.getsockname()[0])
s.listen()
attempt(lambda: s.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
s.close()
attempt(lambda: s)
