a=list(range(20)); 
del a[3:15:4]; print(a)
del a[::-3]; print(a)
a[2:2]=[7,7]; print(a)
a[:]=a; print(a)
a[1:3]=a; print(a)
a[::-1]=range(len(a)); print(a)
a+=a; print(a); a*=2; print(len(a)); a*=0; print(a)
