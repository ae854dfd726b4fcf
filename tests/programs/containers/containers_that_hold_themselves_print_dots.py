a=[1,2,3]; a.append(a); print(a, a==a)
t=([],); t[0].append(t); print(t)
d={}; d['d']=d; print(d)
