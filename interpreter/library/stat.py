"""What the numbers in os.stat() mean."""

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

S_IFDIR, S_IFCHR, S_IFBLK, S_IFREG, S_IFIFO, S_IFLNK, S_IFSOCK = (0o040000, 0o020000, 0o060000, 0o100000, 0o010000,
                                                                 0o120000, 0o140000)
S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001
S_IREAD, S_IWRITE, S_IEXEC = S_IRUSR, S_IWUSR, S_IXUSR


def S_IMODE(mode):
    return mode & 0o7777


def S_IFMT(mode):
    return mode & 0o170000


def _kind_test(name, kind):
    def test(mode):
        return mode & 0o170000 == kind
    test.__name__ = test.__qualname__ = name
    return test


S_ISDIR = _kind_test('S_ISDIR', S_IFDIR)
S_ISCHR = _kind_test('S_ISCHR', S_IFCHR)
S_ISBLK = _kind_test('S_ISBLK', S_IFBLK)
S_ISREG = _kind_test('S_ISREG', S_IFREG)
S_ISFIFO = _kind_test('S_ISFIFO', S_IFIFO)
S_ISLNK = _kind_test('S_ISLNK', S_IFLNK)
S_ISSOCK = _kind_test('S_ISSOCK', S_IFSOCK)

_LETTERS = {S_IFDIR: 'd', S_IFCHR: 'c', S_IFBLK: 'b', S_IFREG: '-', S_IFIFO: 'p', S_IFLNK: 'l', S_IFSOCK: 's'}


def filemode(mode):
    """The mode as `ls -l` shows it, such as '-rw-r--r--'."""
    text = _LETTERS.get(S_IFMT(mode), '?')
    for shift, special, set_letter in ((6, S_ISUID, 's'), (3, S_ISGID, 's'), (0, S_ISVTX, 't')):
        bits = mode >> shift
        text += ('r' if bits & 4 else '-') + ('w' if bits & 2 else '-')
        if mode & special:
            text += set_letter if bits & 1 else set_letter.upper()
        else:
            text += 'x' if bits & 1 else '-'
    return text
