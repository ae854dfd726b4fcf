import os
import tempfile
from _folder import path

tempfile.tempdir = path
with tempfile.TemporaryFile() as file:
    print(file.write(b'abc'), file.seek(0), file.read(), os.listdir(path))
with tempfile.TemporaryFile('w+', encoding='utf-8') as file:
    print(file.write('abc'), file.seek(0), file.read(), file.mode)
with tempfile.NamedTemporaryFile('w', suffix='.txt', prefix='my') as file:
    print(file.name.startswith(path + '/my'), file.name.endswith('.txt'), os.path.exists(file.name), len(os.path.basename(file.name)),
          oct(os.stat(file.name).st_mode), file.write('x'))
print(os.path.exists(file.name), file.closed)
file = tempfile.NamedTemporaryFile(delete=False)
file.write(b'kept')
file.close()
print(open(file.name).read(), os.remove(file.name))
file = tempfile.NamedTemporaryFile()
name = file.name
del file
print(os.path.exists(name))
with tempfile.TemporaryDirectory() as folder:
    open(os.path.join(folder, 'a'), 'w').close()
    os.mkdir(os.path.join(folder, 'b'))
    print(os.listdir(path) == [os.path.basename(folder)], sorted(os.listdir(folder)), oct(os.stat(folder).st_mode))
print(os.path.exists(folder))
folder = tempfile.TemporaryDirectory(prefix='p', suffix='s', dir=path)
print(folder.name != path, os.path.basename(folder.name)[0], folder.name[-1])
folder.cleanup()
print(os.listdir(path))
number, name = tempfile.mkstemp()
print(os.write(number, b'x'), os.close(number), os.path.getsize(name), os.path.isabs(name), os.remove(name))
name = tempfile.mkdtemp()
print(os.path.isdir(name), os.rmdir(name), os.path.exists(tempfile.mktemp()))
with tempfile.SpooledTemporaryFile(10) as file:
    print(file.write(b'abc'), file._rolled, file.write(b'defghijkl'), file._rolled, file.seek(0), file.read())
names = {tempfile.mktemp() for _ in range(20)}
print(len(names), tempfile.gettempdir() == path, tempfile.gettempprefix())
