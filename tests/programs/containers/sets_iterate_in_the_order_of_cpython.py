# the order of sets under random operations
seed=12345
def rnd(n):
    global seed
    seed=(seed*1103515245+12345)&0x7fffffff
    return (seed>>8)%n
for r in range(60):
    a=set(); b=set()
    for q in range(150):
        k=rnd(50) if rnd(2) else rnd(100000)*8
        if r%3==0: k='k%d'%k
        c=rnd(20)
        if c<11: a.add(k)
        elif c<15: a.discard(k)
        elif c<17: b.add(k)
        elif c==17 and a: a.pop()
        elif c==18: a=[a|b,a&b,a-b,a^b,a.copy()][rnd(5)] if rnd(3)==0 else a
        elif c==19 and rnd(3)==0:
            x=rnd(4)
            if x==0: a|=b
            elif x==1: a-=b
            elif x==2: a^=b
            else: b.update(a)
    print(r, list(a), list(b), hash(frozenset(a)))
print(list({'a':1,'b':2}.keys()|{'c','d'}), list({1:2,9:3,17:4}.keys()&{17,1,33}), list({1,9,17,25}&{17:1,9:2,1:0}.keys()))
