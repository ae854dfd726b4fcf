def f():
    for i in x:
        try: 
            a
        except: pass
def g():
    try: 
        a
    except: pass
def h():
    try: 
        a
    except: pass
    b
def i():
    try: 
        a
    except: 
        pass
def j():
    while True:
        for i in x:
            if i: continue
            else: b
