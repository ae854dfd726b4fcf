# gilsim: sockets, other programs and forks are missing
# cpython: they are there
# why: nothing that a lesson does reaches the host or the network
import os
for name in "socket", "subprocess":
    try:
        __import__(name)
        print(name)
    except ImportError as error:
        print(error)
print(hasattr(os, "fork"), hasattr(os, "system"))
# gilsim prints:
# No module named 'socket'
# No module named 'subprocess'
# False False
# cpython prints:
# socket
# subprocess
# True True
