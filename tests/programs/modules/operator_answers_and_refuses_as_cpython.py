import operator as O


def show(text):
    try:
        result = repr(eval(text))
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result)


for line in '''
O.itemgetter(1,"a")
O.itemgetter()
O.itemgetter(1)([1])
O.attrgetter("a.b")
O.attrgetter()
O.attrgetter(1)
O.attrgetter("a")(1)
O.attrgetter("real.imag","imag")(5)
O.methodcaller("a",1,b=2)
O.methodcaller()
O.methodcaller(1)
O.itemgetter(1)(1,2)
O.itemgetter(a=1)
O.add(1)
O.index("a")
O.length_hint([1])
O.length_hint(1,"a")
O.countOf([1,1],1)
O.indexOf([1],2)
O.concat(1,2)
O.is_not(1,2)
O.truth([])
O.iconcat([1],[2])
O.iconcat(1,[2])
O.itemgetter(slice(1,2))("abc")
O.itemgetter(1,0)("abc")
O.methodcaller("split",maxsplit=1)("a b c")
O.length_hint(1)
O.delitem([1],0)
O.setitem([1],0,2)
O.call(max,1,2)
'''.strip().splitlines():
    show(line)
