def show(text):
    try:
        result = repr(eval(text))
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result)


for line in '''
[*range(3)]
list(reversed(range(0,10,3)))
range(1<<70)[5]
range(10)[2:5]
range(10)[::-1]
range(10)[::-3]
range(10)[100]
range(10)["a"]
range(0,10,3).index(9)
range(0,10,3).index(10)
range(10).index("a")
range(10).count(3)
3 in range(10)
3.0 in range(10)
3.5 in range(10)
"a" in range(10)
range(10)==range(0,10,1)
range(0)==range(2,1)
range(0,3,2)==range(0,4,2)
range(1,2,0)
range()
range(1,2,3,4)
range("a")
range(1.0)
len(range(1<<70))
range(1<<70,0,-(1<<69))
list(range(1<<70,0,-(1<<69)))
bool(range(0))
range(3).start
range(5,1,-1)
min(range(5),default=3)
len(range(0,-10,-3))
repr(range(1,5,2))
list(filter(lambda x:x%2,range(6)))
'''.strip().splitlines():
    show(line)
