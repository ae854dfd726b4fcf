import configparser
c = configparser.ConfigParser()
c.read_string("[a]\nhome=/h\nx=%(home)s/x\ny=100%%\nz=%(nope)s\nw=%(x)s/w\n[b]\nhome=2\n")
print(c['a']['x'], c['a']['y'], c['a']['w'])
for key in 'z',:
    try: print(c['a'][key])
    except configparser.Error as e: print(type(e).__name__, e)
try: c.set('a', 'q', 'bad%')
except ValueError as e: print(e)
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_string("[a]\nhome=/h\nx=${home}/x\ny=$$\nz=${b:home}\nw=${b:nope}\nv=${a:b:c}\nu=$x\nt=${b:deep}\n[b]\nhome=2\ndeep=${home}3\n")
for key in 'xyzwvut':
    try: print(key, e['a'][key])
    except configparser.Error as error: print(type(error).__name__, error)
loop = configparser.ConfigParser()
loop.read_string("[a]\nx=%(y)s\ny=%(x)s\n")
try: print(loop['a']['x'])
except configparser.Error as error: print(type(error).__name__, str(error)[:60])
