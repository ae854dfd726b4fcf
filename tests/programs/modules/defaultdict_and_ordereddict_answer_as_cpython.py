from collections import OrderedDict, defaultdict


class DD(defaultdict):
    pass


class OD(OrderedDict):
    pass


def show(text):
    try:
        result = repr(eval(text))
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result)


for line in '''
defaultdict(1)
defaultdict(int,a=1)
defaultdict(None)[1]
defaultdict(list,{1:2})
defaultdict(int)|{1:2}
{1:2}|defaultdict(int)
DD(int)
DD(int).copy()
defaultdict(int).__missing__(3)
defaultdict.__missing__
defaultdict(int).default_factory
defaultdict(int, 1)
defaultdict(int,[(1,2)],a=3)
OrderedDict(a=1)
OrderedDict([(1,2)]).keys()
OrderedDict(a=1).items()
OrderedDict().popitem()
OrderedDict(a=1).move_to_end("b")
OrderedDict(a=1)==dict(a=1)
OrderedDict([(1,2),(3,4)])==OrderedDict([(3,4),(1,2)])
OD(a=1)
OrderedDict(1,2)
OrderedDict(a=1)|{"b":2}
{"b":2}|OrderedDict(a=1)
OrderedDict(a=1).copy()
OrderedDict()
OrderedDict(a=1).pop("b")
OrderedDict(a=1).pop()
OrderedDict(a=1).pop("b",4)
OrderedDict.fromkeys([1,2])
OrderedDict(a=1).setdefault("b")
OrderedDict(a=1).values()
OrderedDict(a=1).popitem(last=False)
OrderedDict(a=1).popitem(False)
OrderedDict(a=1).update(1)
OrderedDict(1)
OrderedDict([(1,2,3)])
OrderedDict([1])
OD(a=1)|OD(b=2)
'''.strip().splitlines():
    show(line)
o=OrderedDict((c,i) for i,c in enumerate("abcdefgh"))
o.move_to_end("c"); print(o); o.move_to_end("d",last=False); print(o); print(o.popitem(last=False), o.popitem(), list(o), list(reversed(o)))
for i in range(100): o[i]=i; o.popitem(last=False)
print(o)
class L(OrderedDict):
    def __setitem__(self,k,v):
        print('set',k); super().__setitem__(k,v)
        if len(self)>2: self.popitem(last=False)
l=L(); l['a']=1; l['b']=2; l['c']=3; print(l, L(x=1,y=2))
dd=defaultdict(list); dd['a'].append(1); dd['b'].append(2); dd['a'].append(3); print(dd, dict(dd))
dd=defaultdict(lambda: defaultdict(int)); dd['x']['y']+=1; print(dd['x'], len(dd))
