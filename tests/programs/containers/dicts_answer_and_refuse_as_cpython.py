class D(dict):
    pass


def show(text):
    try:
        result = repr(eval(text))
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result)


for line in '''
{}.pop()
{}.pop(1)
{}.popitem()
dict(1)
dict([1])
dict([(1,2,3)])
dict(["abc"])
dict(1,2)
{}.update(1,2)
{}.get()
{}.get(1,2,3)
{}.setdefault()
dict.fromkeys()
dict.fromkeys(1)
{}.fromkeys([1],2,3)
{}|1
{}.__or__(1)
{}<{}
{}[[]]
{}[(1,2)]
{}.keys()&1
{1:2}.keys()-[1]
{1:2}.keys()<[1]
{}.keys()+1
{1:2}.items()
{1:[]}.items().mapping
{}.keys().isdisjoint(1)
{}.copy(1)
hash({})
hash({}.keys())
dict(a=1,**{"b":2})
dict([(1,2)],a=3)
dict.fromkeys([1,2])
{1:2}.values()==1
D(a=1)
{}.update([[]])
{}.__missing__
dict.__init__({},1)
{}.__contains__([])
{}.keys().__contains__([])
([] in {}.keys())
([] in {}.items())
((1,[]) in {1:[]}.items())
{1}|{}.keys()
{}.keys()|{1}
type({}.keys()&{1})
{}.popitem(1)
{}.clear(1)
{}.items()^{}.items()
{1:2}.items()^{1:2,3:4}.items()
dict(None)
{}.update(5)
{1:2,3:4}=={3:4,1:2}
{1:2}=={1:3}
{1:2}!={1:2}
{1:2}|{3:4}
{1:2}|{1:4}
{1:2}.items()=={(1,2)}
{1:2,3:4}.keys()>{1}
{1:2,3:4}.keys()>={1,3}
{1:2,3:4}.keys()<={1,3}
{1:2,3:4}.keys()!={1,3}
{1:2,3:4}.keys()&[1]
{1:2,3:4}.keys()^[1,5]
{1,2}&{2:3}.keys()
[1,2]-{2:3}.keys()
list(reversed({1:2,3:4}.items()))
{True:1,1:2,1.0:3}
{"a":1}.pop("a")
{"a":1}.pop("b",5)
{"a":1}.setdefault("b")
dict(a=1).items()
{"a":1,"b":2}.values()
{"x":{"y":[1,2,{"z":()}]}}
len({1:2})
bool({})
D(x=1).copy()
type(D(x=1).copy())
type(D(x=1)|{})
'''.strip().splitlines():
    show(line)
