from collections import deque

d = deque([1, 2, 3], maxlen=3)


class Q(deque):
    pass


def show(text):
    try:
        result = repr(eval(text))
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(text, '->', result)


for line in '''
deque(1)
deque([],-1)
deque([],"a")
deque([1],2,3)
deque(foo=1)
deque().pop()
deque().popleft()
deque([1])[5]
d[0:1]
d["a"]
d.index(9)
d.remove(9)
d.insert(0,1)
d+[1]
d+d
d*2
2*d
d*1.5
repr(d)
d==[1,2,3]
d<deque([2])
d<[1]
hash(d)
d.rotate("a")
d.maxlen
d.count(1)
1 in d
d.extend(1)
deque(maxlen=2,iterable=[1,2,3])
deque([1,2],None)
deque([3]).index(3,1)
d.insert(1)
d.append()
d.__setitem__(5,1)
d.__delitem__(5)
deque("abc")
Q("ab",3)
deque([1,2])*3
deque([1,2],3)*3
deque([1,2])+deque([3])
deque([])*3
list(reversed(deque("abc")))
deque("abc")[-1]
'''.strip().splitlines():
    show(line)
q=deque()
for i in range(30):
    q.append(i)
    if i%3==0: q.popleft()
    if i%4==0: q.appendleft(-i)
print(q); q.rotate(5); print(q); q.rotate(-7); print(q); q.reverse(); print(q); del q[3]; q.remove(10); q.insert(2,'x'); print(q, len(q)); q[0]='z'; print(q[0], q.index('x'), q.count('x'))
q.extendleft('ab'); q.extend('cd'); print(q)
try:
    for x in q: q.append(1)
except RuntimeError as e: print(e)
b=deque([1]); b.append(b); print(b)
m=deque(maxlen=3)
for i in range(10): m.append(i)
print(m); m.appendleft('l'); print(m); m.extend('xyz12'); print(m)
