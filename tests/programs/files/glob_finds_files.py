import glob
import os
import _folder

os.makedirs('a/b/c')
os.makedirs('a/.hidden')
for name in ('x.txt', 'y.txt', 'z.py', '[q].txt', '.dot', 'a/x.txt', 'a/b/x.txt', 'a/b/c/x.txt', 'a/.hidden/x.txt'):
    open(name, 'w').close()
for pattern in ('*', '*.txt', '?.txt', '[xy].txt', '[!x].txt', '.*', 'a/*', '*/*.txt', '**', '**/*.txt', 'a/**/x.txt', 'x.txt', 'nope',
                'a/', '*/', 'nope/*', '[[]q].txt', _folder.path + '/*.txt', '**/', 'a/**'):
    for recursive in (False, True):
        print(pattern.replace(_folder.path, 'FOLDER'), [each.replace(_folder.path, 'FOLDER') for each in sorted(glob.glob(pattern, recursive=recursive))])
print(sorted(glob.glob('*.txt', root_dir='a')), sorted(glob.glob('**/x.txt', root_dir='a', recursive=True, include_hidden=True)),
      glob.escape('[q]*?.txt'), glob.glob(glob.escape('[q].txt')), sorted(glob.glob(b'*.py')), next(glob.iglob('z*')), glob.has_magic('a*'))
