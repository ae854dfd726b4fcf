seed = 7


def rnd(n):
    global seed
    seed=(seed*1103515245+12345)&0x7fffffff
    return (seed>>8)%n
# comparisons that sorting makes
class N:
    n=0
    def __init__(s,v): s.v=v
    def __lt__(s,o): N.n+=1; return s.v<o.v
for k in range(1,400,7):
    N.n=0
    l=[N(rnd(k)) for _ in range(k)]
    if k%3==0: l=sorted(l,key=lambda a:a.v)+[N(rnd(k)) for _ in range(9)]
    if k%5==0: l=l[::-1]
    N.n=0
    l.sort(reverse=k%2==0)
    print(k,N.n,[a.v for a in l]==sorted([a.v for a in l],reverse=k%2==0))
N.n=0
l=[N(i%100) for i in range(2000)]; l.sort(); print(N.n)
N.n=0
l=[N(i) for i in range(1000)]+[N(i) for i in range(500,2500)]+[N(-i) for i in range(700)]+[N(rnd(5000)) for i in range(900)]; l.sort(); print(N.n)
