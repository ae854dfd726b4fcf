import os
import shutil
from _folder import attempt, path

os.makedirs('tree/sub/deep')
for name in ('tree/a.txt', 'tree/b.pyc', 'tree/sub/c.txt', 'tree/sub/deep/d.txt'):
    with open(name, 'w') as file:
        file.write(name)
os.chmod('tree/a.txt', 0o640)
os.utime('tree/a.txt', (1, 2))


def tree(top):
    return sorted(os.path.join(folder, name) for folder, folders, files in os.walk(top) for name in folders + files)


print(shutil.copy('tree/a.txt', 'x'), oct(os.stat('x').st_mode), os.stat('x').st_mtime == 2, open('x').read())
print(shutil.copy2('tree/a.txt', 'tree/sub'), os.stat('tree/sub/a.txt').st_mtime)
print(shutil.copyfile('tree/a.txt', 'y'), oct(os.stat('y').st_mode))
print(shutil.copytree('tree', 'copy', ignore=shutil.ignore_patterns('*.pyc', 'deep')), tree('copy'))
attempt(shutil.copytree, 'tree', 'copy')
print(shutil.copytree('tree', 'copy', dirs_exist_ok=True), tree('copy'))
print(shutil.move('x', 'moved'), shutil.move('moved', 'copy'), shutil.move('copy/sub', 'sub'), tree('.'))
attempt(shutil.move, 'tree', 'tree/sub')
attempt(shutil.move, 'nope', 'z')
attempt(shutil.copy, 'nope', 'z')
attempt(shutil.copyfile, 'y', 'y')
attempt(shutil.copyfile, 'tree', 'z')
attempt(shutil.copyfile, 'y', 'tree')
attempt(shutil.copyfile, 'y', 'nope/z')
attempt(shutil.rmtree, 'nope')
attempt(shutil.rmtree, 'y')
shutil.rmtree('nope', ignore_errors=True)
shutil.rmtree('tree')
shutil.rmtree('sub')
print(tree('.'))
usage = shutil.disk_usage('.')
print(usage.total > usage.free > 0, type(usage).__name__, shutil.which('no such command'))
with open('y') as source, open('z', 'w') as target:
    shutil.copyfileobj(source, target, 3)
print(open('z').read())
shutil.rmtree('y', onerror=lambda function, where, error: print(function.__name__ in ('rmdir', 'scandir', 'open', 'lstat'), where, error[0].__name__))
