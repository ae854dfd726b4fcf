def show(text):
    try:
        result = repr(eval(text))
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result)


for line in '''
slice()
slice(1,2,3,4)
slice(a=1)
slice(1,10,2).indices(5)
slice(None,None,-1).indices(5)
slice(None).indices(1<<70)
slice(1<<80,None,-(1<<75)).indices(1<<70)
slice(None,None,0).indices(3)
slice("a").indices(3)
slice(1).indices(-1)
slice(1)==slice(1)
slice(1)<slice(2)
slice(1,2)
'''.strip().splitlines():
    show(line)
