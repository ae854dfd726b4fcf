b=[1,2,3]
it=iter(b)
for x in it:
    if x==2: b.append(4)
    print(x,end=' ')
b.append(5); print(list(it))
print(b.__iter__().__length_hint__())
x=[1,2,3,4]; x.insert(-1,9); x.insert(100,7); x.insert(-100,0); print(x); x.reverse(); print(x); print(x.pop(0),x.pop(-2),x); x.remove(9); print(x)
x.clear(); print(x)
