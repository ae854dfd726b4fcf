d = {1: 2}
try:
    for k in d: d[k+1000]=1
except RuntimeError as e: print(e)
try:
    for k in {1:2,3:4}.copy():
        pass
    e={1:1,2:2}
    for k in e:
        del e[k]; e[k]=1
except RuntimeError as x: print(x)
try:
    s={1,2,3}
    for k in s: s.add(k+10)
except RuntimeError as x: print(x)
