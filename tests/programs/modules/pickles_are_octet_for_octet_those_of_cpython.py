import hashlib
import pickle
class P:
    def __init__(self, i=0):
        self.a = i
        self.b = str(i)


class S:
    __slots__=('x','y')
class SD(S):
    pass
class L(list): pass
class D(dict): pass
class I(int): pass
class St(str): pass
class T(tuple): pass
class NE:
    def __new__(cls,*a,k=1):
        o=object.__new__(cls); o.k=k; return o
    def __getnewargs_ex__(self): return ((1,),{'k':5})
class GS:
    def __init__(s): s.z=1
    def __getstate__(s): return ('q',s.z)
    def __setstate__(s,st): s.z=st
class R:
    def __reduce__(s): return (R2,(1,2))
def R2(a,b): return (a,b)
class Rs:
    def __reduce__(s): return 'SINGLE'
class Outer:
    class Inner:
        def m(self): pass
    @staticmethod
    def sm(): pass
    @classmethod
    def cm(cls): pass
SINGLE=Rs()
s=S(); s.x=1
sd=SD(); sd.x=1; sd.q=2
p=P(3); 
l=L([1,2]); l.at=3
d=D(a=1)
rec=[]; rec.append(rec)
rt=([],); rt[0].append(rt)
rd={}; rd['me']=rd
o=P(1); o.self=o
big='x'*70000
vals=[None,True,False,0,1,255,256,65535,65536,-1,-128,2**31-1,2**31,-2**31,-2**31-1,2**63,-2**63,2**100,-2**100,128,-129,2**2050, 2**15,-2**40,
 1.5,-0.0,float('inf'),'','a','é','中','😀','a\nb\\c','x'*255,'x'*256,b'',b'ab',b'\xff'*256,(),(1,),(1,2),(1,2,3),(1,2,3,4),[],[1],[1,2],{},{'a':1},{'a':1,'b':2},
 set(),{1},{1,2},frozenset(),frozenset({1}),bytearray(),bytearray(b'ab'),1j,range(3),slice(1,2,3),Ellipsis,NotImplemented,type(None),type(Ellipsis),int,len,print,
 P,Outer.Inner,R2,p,s,sd,l,d,I(5),St('q'),T((1,2)),NE(),GS(),R(),SINGLE,rec,rt,rd,o,[p,p],['abc','abc'],list(range(1000)),list(range(1001)),list(range(2500)),
 dict.fromkeys(range(1000)),dict.fromkeys(range(1001)),set(range(1000)),set(range(1001)),frozenset(range(5)),big,[big,1],big.encode(),[big.encode(),'z'],list(map(str,range(20000))),
 L(range(1000)),L([1]),L(),D.fromkeys(range(1001)),ValueError('x'),KeyError('k'),OSError(2,'no'),StopIteration(5),Outer.Inner.m,p.__init__,[].append,str.upper,Outer.sm,Outer.cm,dict.fromkeys,
 int|str, object(), type, object, bool, pickle.dumps, bytearray(70000), (1,(2,(3,))),[[],[[]]], {1:{2:{3:4}}}]
for i,v in enumerate(vals):
    for proto in range(6):
        try:
            b=pickle.dumps(v,proto)
            print(i,proto,len(b),b if len(b)<150 else hashlib.md5(b).hexdigest())
        except Exception as e: print(i,proto,type(e).__name__,str(e).split(' at 0x')[0]); continue
        try:
            w=pickle.loads(b)
            try: same = w==v
            except RecursionError: same='rec'
            print('   ',type(w).__name__, same if isinstance(v,(int,float,str,bytes,tuple,list,dict,set,frozenset,bytearray,range,complex,type)) and v is not rec and v is not rt and v is not rd else getattr(w,'__dict__',None).__class__.__name__)
        except Exception as e: print('   load',type(e).__name__,str(e).split(' at 0x')[0])
