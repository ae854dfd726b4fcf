import os, os.path, sys, errno, signal, keyword, io, atexit
P = os.path
for a, b in [('a', 'b'), ('a/', 'b'), ('/a', '/b'), ('', 'b'), ('a', ''), ('a', 'b/c')]:
    print(P.join(a, b), end=' ')
print()
for p in ['/a/b.c', 'a', '/', '//a//b', 'a/b/', '.bashrc', 'a.tar.gz', '..', 'x/.y', 'a.', '...a.b', '']:
    print(P.split(p), P.splitext(p), P.basename(p), P.dirname(p), P.normpath(p), P.isabs(p))
for p in ['a/../b', '../../a', '/../a', 'a/./b//c', './a', '//x/../y', '///z']:
    print(P.normpath(p))
print(P.commonprefix(['abc', 'abd']), P.commonpath(['/a/b/c', '/a/b/d']), P.relpath('/a/b', '/a/c/d'), P.relpath('x', 'x'))
print(P.exists('/nonexistent'), P.isfile('/nonexistent'), P.isdir('/tmp'), os.sep, os.linesep == '\n', os.name, os.pathsep, os.curdir)
print(P.abspath(__file__) == P.join(os.getcwd(), __file__) or P.isabs(__file__))
try: os.stat('/nonexistent')
except FileNotFoundError as e: print(e, e.errno == errno.ENOENT, e.filename)
try: os.listdir('/nonexistent')
except OSError as e: print(type(e).__name__, e)
os.environ['X_Y'] = '1'; print(os.getenv('X_Y'), os.environ.get('NOPE'), os.getenv('NOPE', 3), 'X_Y' in os.environ, P.expandvars('$X_Y/${X_Y}b$NOPE$$'))
try: os.environ['A'] = 3
except TypeError as e: print(e)
print(os.strerror(2), os.fspath('a'), os.fsencode('é'), type(os.urandom(8)), len(os.urandom(8)), isinstance(os.getpid(), int), os.cpu_count() >= 1, len(os.sched_getaffinity(0)) >= 1)
try: os.fspath(3)
except TypeError as e: print(e)
print(keyword.iskeyword('if'), keyword.iskeyword('x'), keyword.kwlist, keyword.softkwlist[:2])
print(signal.SIGINT, repr(signal.SIGTERM), repr(signal.getsignal(signal.SIGTERM)), signal.Signals(9).name)
try: signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt: print('KeyboardInterrupt')
def handler(number, frame): print('handler', number)
print(signal.signal(signal.SIGUSR1, handler), signal.getsignal(10) is handler)
signal.raise_signal(signal.SIGUSR1); os.kill(os.getpid(), signal.SIGUSR1)
signal.signal(signal.SIGINT, signal.SIG_IGN); signal.raise_signal(2); print('ignored', signal.strsignal(2))
for wrong in (lambda: signal.signal(9, handler), lambda: signal.signal(100, handler), lambda: signal.signal(2, 'x')):
    try: wrong()
    except Exception as e: print(type(e).__name__, e)
import getpass, locale, platform, uuid
print(platform.system(), platform.python_implementation(), locale.getpreferredencoding())
u = uuid.uuid4(); print(u.version, u.variant, len(str(u)), uuid.UUID(str(u)) == u, uuid.UUID(int=5), uuid.NAMESPACE_DNS.hex, repr(uuid.UUID(int=0)))
print(uuid.uuid1().version, uuid.UUID('{12345678-1234-5678-1234-567812345678}').fields)
