import _collections
import bisect as B
import heapq as H


def show(text):
    try:
        result = repr(eval(text))
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result)


for line in '''
H.heappop([])
H.heappop(1)
H.heappush([],1)
H.heappush(1,1)
H.heapify(1)
H.heapreplace([],1)
H.heappushpop([],1)
H.heappushpop([2],1)
H.heappushpop([0],1)
B.bisect_left([1,2],2,0,5)
B.bisect_left([1,2,3],-2,key=lambda x:-x)
B.bisect_right([1,2,2,3],2)
B.bisect_left([1,2,2,3],2)
B.bisect_left("abd","c")
B.bisect_left([1],2,-1)
B.bisect_left(1,2)
B.bisect_left()
'''.strip().splitlines():
    show(line)
h=[]
seed=7
def rnd(n):
    global seed
    seed=(seed*1103515245+12345)&0x7fffffff
    return (seed>>8)%n
for i in range(50): H.heappush(h,rnd(100))
print(h); print([H.heappop(h) for _ in range(20)], h)
l=[rnd(1000) for _ in range(40)]; H.heapify(l); print(l)
l2=[]
for i in range(30): B.insort_right(l2,rnd(20))
print(l2)
d={}; _collections._count_elements(d,"hello"); print(d)
