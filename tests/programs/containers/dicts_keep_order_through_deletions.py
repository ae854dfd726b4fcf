seed = 99


def rnd(n):
    global seed
    seed=(seed*1103515245+12345)&0x7fffffff
    return (seed>>8)%n
d={}
for i in range(2000):
    k=rnd(60)
    if rnd(3): d[k]=i
    elif k in d: del d[k]
    elif d and rnd(2): d.popitem()
print(d)
for i in range(300):
    d[i]=i
    if i%3: d.popitem()
print(d)
