import os
import stat
from _folder import attempt, path

os.makedirs('a/b/c')
attempt(os.makedirs, 'a/b')
os.makedirs('a/b', exist_ok=True)
open('x.txt', 'w').write('12345')
os.symlink('x.txt', 'link')
os.symlink('nowhere', 'dangling')
print(sorted(os.listdir()), os.getcwd() == path, sorted(os.listdir(b'.')))
for top, folders, files in os.walk('.'):
    print(top, folders, sorted(files))
for each in os.walk('a', topdown=False):
    print(each)
for entry in sorted(os.scandir('.'), key=lambda entry: entry.name):
    print(entry, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.is_file(follow_symlinks=False))
for name in ('x.txt', 'a', 'link', 'dangling', 'nope', 'a/../x.txt', 'x.txt/'):
    print(name, os.path.exists(name), os.path.lexists(name), os.path.isfile(name), os.path.isdir(name), os.path.islink(name),
          os.path.realpath(name).replace(path, 'FOLDER'))
status = os.stat('x.txt')
print(oct(status.st_mode), status.st_size, status.st_nlink, len(status), status[6], status.st_mtime_ns // 10**9 == status[8],
      stat.filemode(status.st_mode), stat.S_ISREG(status.st_mode), os.lstat('link').st_size, status == os.stat('link'))
os.chmod('x.txt', 0o600)
os.utime('x.txt', (1000, 2000.5))
print(stat.filemode(os.stat('x.txt').st_mode), os.stat('x.txt').st_mtime, os.path.getatime('x.txt'))
os.utime('x.txt', ns=(5, 7))
print(os.stat('x.txt').st_mtime_ns, os.stat('x.txt').st_atime_ns, os.access('x.txt', os.R_OK), os.access('nope', os.F_OK))
os.link('x.txt', 'hard')
print(os.stat('hard').st_nlink, os.path.samefile('hard', 'x.txt'), os.readlink('link'))
os.rename('hard', 'a/moved')
os.replace('a/moved', 'x2')
os.truncate('x2', 3)
print(open('x.txt').read(), os.path.getsize('x2'))
number = os.open('new', os.O_RDWR | os.O_CREAT | os.O_EXCL)
print(os.write(number, b'hello'), os.lseek(number, 1, os.SEEK_SET), os.read(number, 2), os.pread(number, 2, 0),
      os.pwrite(number, b'J', 0), os.fsync(number), os.ftruncate(number, 4), os.fstat(number).st_size, os.isatty(number))
copy = os.dup(number)
print(os.lseek(copy, 0, os.SEEK_CUR), os.close(number), os.read(copy, 10), os.close(copy))
with os.fdopen(os.open('new', os.O_RDONLY)) as file:
    print(file.read())
r, w = os.pipe()
print(os.write(w, b'abc'), os.read(r, 2), os.read(r, 10), os.close(w), os.read(r, 1), os.close(r))
for function, *arguments in (
        (os.rmdir, 'a'), (os.rmdir, 'nope'), (os.rmdir, 'x.txt'), (os.remove, 'a'), (os.unlink, 'nope'), (os.mkdir, 'a'),
        (os.mkdir, 'nope/x'), (os.rename, 'nope', 'y'), (os.rename, 'a', 'a/b/x'), (os.rename, 'x.txt', 'a'),
        (os.rename, 'a', 'x.txt'), (os.listdir, 'x.txt'), (os.listdir, 'nope'), (os.scandir, 'nope'), (os.close, 99),
        (os.stat, 'nope'), (os.lstat, 'nope'), (os.chdir, 'x.txt'), (os.chdir, 'nope'), (os.open, 'nope', os.O_RDONLY),
        (os.readlink, 'x.txt'), (os.symlink, 'x', 'link'), (os.link, 'nope', 'z'), (os.read, 99, 1), (os.chmod, 'nope', 0),
        (os.truncate, 'nope', 0), (os.path.getsize, 'nope'), (os.stat, 1.5), (os.listdir, 1.5), (os.stat, 'a\0b'),
        (os.rename, 'x', 3), (os.utime, 'nope'), (os.fstat, 99), (os.write, 99, b'')):
    attempt(function, *arguments)
os.remove('link')
os.chdir('a')
print(os.getcwd().replace(path, 'FOLDER'), os.path.abspath('x').replace(path, 'FOLDER'), os.listdir('..') != [])
os.removedirs('b/c')
os.chdir('..')
print(sorted(os.listdir()))
os.renames('x2', 'deep/er/x2')
print(sorted(os.listdir('deep/er')))
