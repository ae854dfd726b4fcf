# Constructors, methods, contexts, traps and the words of their errors.
import copy
import math
import numbers
import pickle
import statistics
import threading
import decimal
from decimal import *

D = Decimal
EXPRESSIONS = r'''
D(1).quantize("x")
D(1)+1.5
D("abc")
D(1)/0
D(0)/0
D([1,2])
D(None)
D(1,2)
D()
D.from_float("s")
D.from_float(0.1)
getcontext().rounding
Context(prec="x")
Context(rounding="UP")
Context(prec=0)
Context(Emin=1)
Context(Emax=-1)
Context(clamp=2)
Context(capitals=2)
Context(traps=[int])
Context(flags=5)
getcontext().add(1,"x")
setcontext(3)
localcontext(3)
D(3).sqrt(context=3)
round(D("2.675"),2)
round(D("2.5"))
int(D("nan"))
int(D("inf"))
round(D("nan"))
hash(D("snan"))
D(1)<D("nan")
D(1)<"a"
D(1)==D("snan")
float(D("snan"))
complex(D(1))
D(1).foo
getcontext().foo
setattr(getcontext(),"foo",1)
delattr(getcontext(),"prec")
getcontext().traps[int]
setattr(getcontext(),"rounding","x")
setattr(getcontext(),"prec","x")
setattr(getcontext(),"prec",10**20)
setattr(D(1),"x",1)
D("1e1000000")*D("1e1000000")
D(2)**D("0.5")
pow(D(2),3,5)
pow(D(2),3,5.0)
divmod(D(5),0)
D(5)//0
D(5)%0
D("1e99999999999999999999")
D("1e-99999999999999999999")
D("0e99999999999999999999")
D(5).__round__(1.5)
D(1).to_integral_value(rounding="x")
D((0,(1,),"X"))
D((2,(1,),0))
D((0,(11,),0))
D((0,(1,)))
D((1,(1,2,3),-2))
getcontext().create_decimal("x")
getcontext().create_decimal("123456789012345678901234567890")
getcontext().traps
getcontext().flags.copy()
Context()==Context()
DefaultContext
BasicContext
ExtendedContext
getcontext().to_sci_string(D("1E5"))
getcontext().to_eng_string(D("1E5"))
D(1).as_tuple()
D("nan123").as_tuple()
D("inf").as_tuple()
D(1).logical_and(3)
D("1.5").__ceil__(),D("1.5").__floor__()
math.floor(D("-1.5")),math.ceil(D("-1.5")),math.trunc(D("-1.5"))
D(7).real,D(7).imag,D(7).conjugate()
D(7).__reduce__()
getcontext().__reduce__()
getcontext().Etiny(),getcontext().Etop(),getcontext().radix()
D("0x10")
D("१२३")
D(" 1_000 ")
D(True)
MAX_PREC,MAX_EMAX,MIN_EMIN,MIN_ETINY
decimal.__version__,decimal.__libmpdec_version__
HAVE_THREADS,HAVE_CONTEXTVAR
getcontext().flags==getcontext().flags
list(getcontext().flags)
DecimalTuple(1,2,3)
DecimalTuple.__module__
decimal.FloatOperation.__mro__
decimal.Underflow.__mro__
decimal.DivisionUndefined.__mro__
copy.copy(D("1.50"))
copy.deepcopy([D("1.50")])
pickle.loads(pickle.dumps(D("-1.50")))
pickle.loads(pickle.dumps(getcontext()))
copy.copy(getcontext())
sum([D("0.1")]*10)
max(D(1),2,D("1.5"))
sorted([D(3),1,D("2.5"),2.25])
{D("1.0"):1}[1]
D("1.0") in {1.0}
hash(D("0.5"))==hash(0.5)
f"{D('1234567.891'):,.2f}"
"%s %r %.2f"%(D("1.5"),D("1.5"),D("1.005"))
"{:>10}|{:<8.3e}|{:+}".format(D(1),D("12345"),D(1))
statistics.mean([D("0.5"),D("0.75"),D("0.625"),D("0.375")])
D("123.456").quantize(D(".01"),rounding=ROUND_DOWN)
D("123.456").quantize(D("1."))
D(10).quantize(D("1e-30"))
D("1e3").normalize(),D("100.00").normalize()
D(0.1)
D("0.1")==0.1
D("0.5")==0.5
D(1)<1.5
D("3").compare(D("2"))
isinstance(D(1),numbers.Number)
D("12.3E+7").to_eng_string()
type(D(1)+1),type(1+D(1))
-D(0),+D("-0"),abs(D("-0"))
D("Infinity")-D("Infinity")
D(5)**2,2**D(3),D(2)**-1,D("1.1")**10
D(-2)**D("0.5")
D(0)**0
D("-7")//2,D("-7")%2,divmod(D(-7),2)
D(7).remainder_near(4)
D("1.23").as_integer_ratio()
bool(D(0)),bool(D("0.0")),bool(D("nan"))
D("1E+2"),int(D("1E+2"))
str(D("1e5")),str(D("1E-7")),str(D("0.000001")),str(D("123e-10"))
D("sNaN")+1
'''

for expression in EXPRESSIONS.strip().splitlines():
    try:
        print(expression, '->', repr(eval(expression)))
    except BaseException as error:
        print(expression, '=>', type(error).__module__, type(error).__name__, error, error.args)

with localcontext() as rules:
    rules.prec = 5
    print(D(1) / 3, getcontext().prec)
    with localcontext(prec=3, rounding=ROUND_UP):
        print(D(1) / 3)
    thread = threading.Thread(target=lambda: print('in a thread', getcontext().prec, D(1) / 3))
    thread.start()
    thread.join()
print(D(1) / 3, getcontext().prec)

getcontext().traps[FloatOperation] = True
for expression in ['D(0.1)', 'D(1) < 0.5', 'D(1) == 0.5', 'D.from_float(0.5)']:
    try:
        print(expression, eval(expression))
    except FloatOperation as error:
        print(expression, error)
getcontext().traps[Inexact] = True
try:
    D(1) / 3
except Inexact as error:
    print(type(error), error)


class Money(D):
    def __str__(self):
        return '$' + super().__str__()


price = Money('1.50')
print(price, repr(price), price + 1, type(price + 1), type(-price), price == D('1.5'))
setcontext(BasicContext)
print(getcontext(), getcontext() is BasicContext)


def pi():
    getcontext().prec += 2
    last, t, s, n, na, d, da = 0, D(3), 3, 1, 0, 0, 24
    while s != last:
        last = s
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        t = (t * n) / d
        s += t
    getcontext().prec -= 2
    return +s


setcontext(Context(prec=200))
print(pi())
print(D(2).sqrt(), D(2).ln(), D(2).log10(), D(2).exp(), D(2) ** D('0.1'), sep='\n')
