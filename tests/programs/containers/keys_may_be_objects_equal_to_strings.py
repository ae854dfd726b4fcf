class K:
    def __init__(self,n): self.n=n
    def __hash__(self): return hash(self.n)
    def __eq__(self,o): print('eq',self.n,o.n if isinstance(o,K) else o); return self.n==(o.n if isinstance(o,K) else o)
    def __repr__(self): return 'K(%r)'%self.n
d={K('x'):1}
print(d['x'], 'x' in d, d.get(K('x')))
d['x']=5; print(d)
s={K(1)}; print(K(1) in s, 1 in s); s.add(1); print(s)
