# Each line is printed with its answer or its refusal.
import hashlib
import random
from _random import Random


def show(function):
    try:
        answer = function()
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(ascii(answer))


show(lambda: (Random(5).getrandbits(0),Random(5).getrandbits(1),Random(5).getrandbits(33),Random(5).getrandbits(100)))
show(lambda: (Random(5).getrandbits(-1)))
show(lambda: (Random(5).getrandbits('x')))
show(lambda: (Random(5).getstate()[:5],Random(5).getstate()[-1],len(Random(5).getstate())))
show(lambda: (Random(5).setstate(5)))
show(lambda: (Random(5).setstate((1,)*624+('x',))))
show(lambda: (Random(5).setstate((0,)*624+(700,))))
show(lambda: (Random([])))
show(lambda: (Random(x=1)))
show(lambda: ([Random(7).random() for i in range(3)], sum(Random(3).getrandbits(20) for i in range(10))))
show(lambda: (hashlib.sha512(b'abc').hexdigest(), hashlib.sha384(b'').hexdigest(), [hashlib.sha512(b'x'*n).hexdigest()[:8] for n in (110,111,112,113,119,120,127,128,129,300)]))
show(lambda: (random.Random('hello').random(), random.Random(5).randint(1,100), random.Random(5).sample(range(100),5), random.Random(5).gauss(0,1)))
