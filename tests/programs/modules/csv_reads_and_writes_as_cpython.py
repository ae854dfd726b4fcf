import csv, io, random
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def w(rows, *a, **k):
    f = io.StringIO(); wr = csv.writer(f, *a, **k); n = [wr.writerow(r) for r in rows]; return f.getvalue(), n
for text in ('a,b\n1,2\n', 'a,"b,c"\r\nd,"e""f"\r\n', '"multi\nline",x\n', '', '\n\n', 'a,\n', ' a, b', '"a"b,c', "a\tb", '"open', 'a,"b\\"c"', ',,', '1,"2",3.5'):
    for k in ({}, {'delimiter': '\t'}, {'skipinitialspace': True}, {'quoting': 3}, {'quoting': 2}, {'escapechar': '\\'}, {'strict': True}, {'doublequote': False, 'escapechar': '\\'}):
        t(lambda: list(csv.reader(io.StringIO(text, newline=''), **k))); t(lambda: list(csv.reader(text.splitlines(), **k)))
rows = [[1, 'a', None, 2.5], ['x,y', 'q"q', 'l\nm', ''], [''], [], [' '], [True, [1]]]
for k in ({}, {'quoting': 1}, {'quoting': 2}, {'delimiter': ';'}, {'lineterminator': '\n'}, {'quotechar': "'"}):
    t(lambda: w(rows, **k))
for r in rows: t(lambda: w([r], quoting=3)); t(lambda: w([r], quoting=3, escapechar='\\')); t(lambda: w([r], doublequote=False, escapechar='\\'))
t(lambda: w([3])); t(lambda: w(rows, 'unix')); t(lambda: w(rows, 'excel-tab')); t(lambda: w([], 'nope')); t(lambda: w([], delimiter='ab')); t(lambda: w([], delimiter=3)); t(lambda: w([], quoting=9)); t(lambda: w([], quotechar=None)); t(lambda: w([], nope=1)); t(lambda: csv.writer(3))
t(lambda: list(csv.DictReader(io.StringIO('a,b\n1,2,3\n\n4\n')))); t(lambda: csv.DictReader(['a,b']).fieldnames); t(lambda: list(csv.DictReader(['1,2'], ['x', 'y', 'z'], restval='-')))
f = io.StringIO(); d = csv.DictWriter(f, ['a', 'b'], restval='?'); d.writeheader(); d.writerow({'a': 1}); t(lambda: d.writerow({'c': 1})); print(repr(f.getvalue()))
t(csv.list_dialects); csv.register_dialect('mine', delimiter='|'); t(lambda: w([[1, '|']], 'mine')); t(lambda: csv.get_dialect('mine').delimiter); csv.unregister_dialect('mine'); t(lambda: csv.get_dialect('mine')); t(csv.field_size_limit)
t(lambda: list(csv.reader([b'a']))); r = csv.reader(['a,b', 'c']); next(r); print(r.line_num)
q = random.Random(2)
for i in range(500):
    s = ''.join(q.choice('ab,"\\ \n\r') for _ in range(q.randrange(10))); t(lambda: list(csv.reader([s]))); t(lambda: list(csv.reader(io.StringIO(s), escapechar='\\', skipinitialspace=True))); t(lambda: w([[s, s[:3]]])); t(lambda: w([[s]], quoting=3, escapechar='\\')); t(lambda: list(csv.reader([s], strict=True)))
