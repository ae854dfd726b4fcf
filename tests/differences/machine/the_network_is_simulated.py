# gilsim: connections lead to the program itself and to sites that its settings block declares, by IPv4; `https` is only pretended
# cpython: they lead anywhere
# why: nothing that a lesson does reaches the host or the network
import socket
print(socket.has_ipv6)
# gilsim prints:
# False
# cpython prints:
# True
