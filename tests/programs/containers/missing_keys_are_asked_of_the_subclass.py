class M(dict):
    def __missing__(self,k): return 'missing %r'%k
print(M()['q'], M({1:2})[1], M().get(1))
