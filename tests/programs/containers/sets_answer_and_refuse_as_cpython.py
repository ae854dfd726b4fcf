class S(set):
    pass


class F(frozenset):
    pass


def show(text):
    try:
        result = repr(eval(text))
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result)


for line in '''
set(1)
set(1,2)
set(a=1)
frozenset(1)
frozenset(1,2)
frozenset(a=1)
{1}.pop(1)
set().pop()
{1}.remove(2)
{1}.remove([])
{1}.remove({1})
{1}.discard([])
{1}|[1]
{1}<[1]
{1}.union(1)
{1}.union([1],2)
{1}.update(1)
{1}.difference(1)
{1}.symmetric_difference()
{1}.symmetric_difference([1],[2])
{1}.issubset(1)
{1}.isdisjoint(1)
hash({1})
frozenset([1])|{2}
{2}|frozenset([1])
type({2}|frozenset([1]))
{1}==1
{1}<=1
frozenset()
set()
repr(frozenset([1]))
frozenset(frozenset([1]))
{1}.add()
{1}.add([])
[] in {1}
{1} in {1}
frozenset([1]) in {frozenset([1])}
{1} in {frozenset([1])}
set([1]).__contains__([])
{1}.copy(1)
set().intersection()
set([1,2]).intersection([1],[2])
{1}.__reduce__()
{1}-[1]
{1}.__sub__([1])
{1}.__le__([1])
{1}.__or__([1])
{1}.__ior__([1])
S([1]),F([1]),S([1])|{2},{2}|S([1]),F([2])|{1}, S([1]).copy(), F([1]).copy(), S([1]).union([3]), S([1])&{1}, {1}&S([1])
{1,2}^{2,3}
{1,2}-{2}
{1,2}&{2}
{1,2}<{1,2,3}
{1,2}<={1,2}
{1,2}>{1}
{1,2}>={1,3}
{1,2}!={1,2}
{1,2}.isdisjoint({3})
{1,2}.issuperset([1])
set("hello world")
set(range(0,1000,37))
'''.strip().splitlines():
    show(line)
