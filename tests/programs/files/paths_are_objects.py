import os
import pathlib
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from _folder import attempt, path

for text in ('', '.', '/', '//', '///', 'a', 'a/', './a', 'a/./b', 'a//b', '../a', '/a/b.tar.gz', 'a/.hidden', 'a/b.', '//x/y', 'a/..'):
    p = PurePosixPath(text)
    print(repr(text), p, p.parts, p.root, p.anchor, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.is_absolute())
for text in ('c:/a/b.txt', 'c:', 'c:a', '//host/share/x', '/a', 'A/b', 'con', 'nul.txt', '\\\\host'):
    p = PureWindowsPath(text)
    print(repr(text), p, repr(p), p.parts, p.drive, p.root, p.anchor, p.name, p.parent, p.is_absolute(), p.is_reserved())
print(PureWindowsPath('C:/A') == PureWindowsPath('c:/a'), PurePosixPath('A') == PurePosixPath('a'), PurePosixPath('a') < PurePosixPath('b'),
      PurePosixPath('a') == 'a', PureWindowsPath('c:/a', '/b'), PureWindowsPath('c:/a', 'd:b'), hash(PurePath('a')) == hash(PurePath('a')))
p = PurePath('/usr/lib/python3/x.py')
print(p / 'a', '/b' / p, 'b' / PurePath('c'), p.joinpath('a', 'b', '/c'), p.with_name('y'), p.with_stem('z'), p.with_suffix('.txt'),
      p.with_suffix(''), p.relative_to('/usr'), p.relative_to('/usr', 'lib'), p.is_relative_to('/var'), p.as_posix(), p.as_uri())
print(p.match('*.py'), p.match('python3/*.py'), p.match('/usr/*'), p.match('/*/*/*/*.py'), repr(p), os.fspath(p), bytes(p), str(p))
for call in (lambda: p.relative_to('/var'), lambda: p.with_name(''), lambda: p.with_name('a/b'), lambda: PurePath('/').with_name('a'),
             lambda: p.with_suffix('txt'), lambda: p.with_suffix('.'), lambda: PurePath('a').as_uri(), lambda: PurePath(3),
             lambda: PurePath(b'a'), lambda: p / 3, lambda: p < 'a', lambda: p.match(''), lambda: p.parents[9], lambda: p.relative_to()):
    attempt(call)
print(p.parents[0], p.parents[-1], p.parents[:2], len(p.parents), p.parents)
print(isinstance(p, os.PathLike), type(Path('a')).__name__, issubclass(Path, PurePath), Path() == Path('.'), PurePath('a', PurePath('b')))

folder = Path('folder')
folder.mkdir()
attempt(folder.mkdir)
folder.mkdir(exist_ok=True)
(folder / 'x/y').mkdir(parents=True)
attempt((folder / 'p/q').mkdir)
file = folder / 'a.txt'
print(file.write_text('hello\n'), file.read_text(), file.read_bytes(), file.write_bytes(b'abc'), file.exists(), file.is_file(), file.is_dir())
(folder / 'x/b.txt').touch()
(folder / 'x/y/c.txt').write_text('c')
print(sorted(folder.iterdir()), sorted(folder.glob('*')), sorted(folder.glob('*.txt')), sorted(folder.glob('**/*.txt')),
      sorted(folder.rglob('*.txt')), sorted(folder.glob('x/*')), sorted(folder.glob('**')), sorted(Path().glob('*/*.txt')))
attempt(lambda: list(folder.glob('')))
attempt(lambda: list(folder.glob('/a')))
attempt(lambda: list(folder.glob('a**')))
print(file.stat().st_size, file.samefile('folder/a.txt'), file.absolute().relative_to(Path.cwd()), Path.cwd() == Path(path),
      str(file.resolve()).replace(path, 'FOLDER'), (folder / '../folder/./a.txt').resolve() == file.resolve())
link = Path('link')
link.symlink_to(file)
print(link.is_symlink(), link.readlink(), link.resolve() == file.resolve(), link.read_text(), link.lstat().st_size)
print(file.rename('b.txt'), Path('b.txt').replace(folder / 'c.txt'), file.exists(), link.exists())
(folder / 'hard').hardlink_to(folder / 'c.txt')
print((folder / 'hard').stat().st_nlink)
with (folder / 'c.txt').open('a') as opened:
    print(opened.write('more'), opened.name)
print((folder / 'c.txt').read_text())
(folder / 'c.txt').chmod(0o600)
print(oct((folder / 'c.txt').stat().st_mode))
for call in (file.read_text, file.unlink, folder.rmdir, folder.read_text, lambda: file.touch(exist_ok=False) or file.touch(exist_ok=False),
             lambda: file.write_text(3), lambda: Path('nope').resolve(strict=True), lambda: list(Path('nope').iterdir()), lambda: Path('nope').stat()):
    attempt(call)
file.unlink()
file.unlink(missing_ok=True)
print(Path('~').expanduser() == Path.home(), Path('~/x').expanduser() == Path.home() / 'x', Path('/dev/null').is_char_device(),
      Path('/').is_mount(), Path('folder').is_mount())
for each in sorted(folder.rglob('*'), reverse=True):
    each.rmdir() if each.is_dir() else each.unlink()
folder.rmdir()
print(folder.exists(), sorted(Path().iterdir()))
