# Each line is printed with its answer or its refusal.


def show(function):
    try:
        answer = function()
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(ascii(answer))


show(lambda: (1+2j, 1j, -1j, (1+2j)*(3-4j), (1+2j)/(3-4j), (1+2j)**2, (1+2j)**0.5, abs(3+4j), complex('1+2j'), complex('-j'), complex(' ( 1.5e3-2j ) '), complex(1,2), complex(1.5), complex('nan'), 1j**2, (2+0j)==2, complex(0.0,-0.0), complex(-0.0,2), (1+2j).conjugate(), (1+2j).imag, -(1+2j), 2-1j))
show(lambda: (complex('x')))
show(lambda: (complex('1',2)))
show(lambda: (complex([])))
show(lambda: (complex(1,'2')))
show(lambda: (1j/0))
show(lambda: (1j//1))
show(lambda: (1j<2))
show(lambda: (0j**-1))
show(lambda: (isinstance(True,int), issubclass(bool,int), type(5), type(5.5), type(1j), type(None), type(...), type(NotImplemented), type('a'), type(b''), type(bytearray())))
