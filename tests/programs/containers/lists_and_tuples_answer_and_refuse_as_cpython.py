def show(text):
    try:
        result = repr(eval(text))
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result)


for line in '''
[1]*2.0
2.0*[1]
[1]+(2,)
[1]+1
[1]*"a"
(1,)+[1]
[1][1<<70]
[1].index(2)
[1].pop(5)
[].pop()
[1].remove(3)
(1,).index(3)
list(1)
list(a=1)
list(1,2)
tuple(1)
tuple(1,2)
tuple(a=1)
[1].insert(1)
[].sort(1)
[].sort(foo=1)
[1].index()
[1].index(1,"a")
[1].__setitem__(slice(0,1),1)
[1].__setitem__(slice(0,1,2),1)
[1].__setitem__(slice(0,1,2),[1,2])
[1].__setitem__(1,2)
[1].__delitem__(1)
[1].__delitem__("a")
[1].__setitem__("a",1)
[1]*(1<<70)
[1]*(1<<62)
[].append()
[].append(1,2)
[].append(a=1)
[].pop(1,2)
[].pop("a")
[].insert("a",1)
[].extend(1)
(1,)*1.5
[].index(1,1,1,1)
[].__contains__()
[].__iadd__(1)
[].__add__(1)
[].__lt__(1)
[].copy(1)
[].sort(key=1)
[2,1].sort(key=1)
(1,2,3)[1:]
(1,2,3)[::-2]
(1,2)[5]
((1,2,3)[:])
(1,2)<(1,3)
(1,2)<(1,2,0)
(1,2)==(1.0,2.0)
[1,[2,[3]]]
(1,)
()
[1,2]<[1,3]
[1,2]<3
(1,)<[1]
[3]*3
3*(1,)
[1,2,3].count(2)
(1,2,2).count(2)
[1,2,3,2].index(2,2)
[1,2,3].index(2,-1)
[[]]*2
list("abc")
tuple("abc")
list({1:2,3:4})
list(zip([1,2],"ab"))
list(enumerate("ab",5))
list(enumerate("ab",1<<62))
list(map(lambda a,b:a+b,[1,2],[3,4]))
list(filter(None,[0,1,"",2]))
dict(zip("ab",[1,2]))
[1,2,3]==[1,2,3.0]
[1]!=[1]
[float("nan")]==[float("nan")]
tuple[int,str]
dict[str,int]
[].__class__
'''.strip().splitlines():
    show(line)
