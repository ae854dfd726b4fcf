def show(text):
    try:
        result = repr(eval(text))
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result)


for line in '''
hash([])
hash((1,2,3))
hash(())
hash((1,(2,3),"a"))
hash(frozenset([1,2,3]))
hash(frozenset())
hash(frozenset(["a","b",3]))
hash(range(3))
hash(range(0,10,3))
hash(slice(1))
'''.strip().splitlines():
    show(line)
