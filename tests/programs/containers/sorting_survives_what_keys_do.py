a=[5,3,1]; 
try: a.sort(key=lambda x: (a.append(x), x)[1])
except ValueError as e: print(e)
print(a)
try: sorted([1,'a',2])
except TypeError as e: print(e)
a=[3,2,1]
try: a.sort(key=lambda x:1//(x-2))
except ZeroDivisionError as e: print(e, a)
