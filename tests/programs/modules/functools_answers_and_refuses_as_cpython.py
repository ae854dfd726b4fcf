import functools


class P(functools.partial):
    pass


def show(text):
    try:
        result = repr(eval(text))
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result)


for line in '''
functools.partial()
functools.partial(1)
functools.partial(print,1,a=2)
P(print,1)
functools.partial(functools.partial(print,1),2,x=3)
functools.partial(print).func
functools.partial(print,1).args
functools.partial(print,a=1).keywords
functools.reduce(1)
functools.reduce(max,[])
functools.reduce(max,1)
functools.reduce(max,[1,2],5)
functools.cmp_to_key(lambda a,b:0)(1)<functools.cmp_to_key(lambda a,b:0)(2)
functools.cmp_to_key(lambda a,b:0)(1)<2
functools.cmp_to_key(lambda a,b:0)(1).obj
sorted([3,1,2],key=functools.cmp_to_key(lambda a,b:b-a))
functools.lru_cache(2)(len).cache_info()
functools.lru_cache(2)(len).cache_parameters()
functools.partial(pow,2)(3)
functools.partial(int,base=2)("101")
functools.partial(dict,a=1)(b=2,a=3)
functools.partial(max,1,2)(*[5],key=lambda x:-x)
'''.strip().splitlines():
    show(line)
