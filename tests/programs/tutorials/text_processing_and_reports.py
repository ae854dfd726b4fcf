import collections
import csv
import datetime
import io
import itertools
import json
import operator
import re
import statistics
import string
import textwrap

LOG = '''\
2024-03-01 10:00:01 INFO  web-1 GET /index 200 12ms
2024-03-01 10:00:02 ERROR web-2 GET /cart 500 230ms
2024-03-01 10:01:07 INFO  web-1 POST /cart 201 45ms
2024-03-02 09:30:00 WARN  db-1 slow query 1200ms
2024-03-02 09:31:00 INFO  web-2 GET /index 200 9ms
not a line
'''
LINE = re.compile(r'(?P<time>[\d-]+ [\d:]+) (?P<level>\w+)\s+(?P<host>[\w-]+) (?P<rest>.*?)(?: (?P<status>\d{3}))? (?P<ms>\d+)ms$', re.M)
Record = collections.namedtuple('Record', 'time level host rest status ms')
records = [Record(**match.groupdict()) for match in LINE.finditer(LOG)]
records = [each._replace(time=datetime.datetime.fromisoformat(each.time), ms=int(each.ms)) for each in records]
print(len(records), records[1], records[3].status)
levels = collections.Counter(map(operator.attrgetter('level'), records))
print(levels.most_common(), levels['NONE'], levels + collections.Counter(INFO=1) - collections.Counter(WARN=5))
by_day = {day: [each.ms for each in group] for day, group in itertools.groupby(records, key=lambda each: each.time.date())}
for day, times in by_day.items():
    print(f'{day:%a %d %b %Y}: {len(times):>3d} requests, mean {statistics.mean(times):8.2f}, median {statistics.median(times):>7}, '
          f'spread {statistics.pstdev(times):.3e}')
print(records[-1].time - records[0].time, (records[0].time + datetime.timedelta(days=30, hours=5)).isoformat(), records[0].time.isocalendar())

table = io.StringIO()
writer = csv.DictWriter(table, ['host', 'ms', 'note'], quoting=csv.QUOTE_MINIMAL, lineterminator='\n')
writer.writeheader()
for each in records[:3]:
    writer.writerow({'host': each.host, 'ms': each.ms, 'note': f'say "{each.rest}", please'})
print(table.getvalue(), end='')
table.seek(0)
rows = list(csv.DictReader(table))
print(rows[1], sum(int(row['ms']) for row in rows))
text = json.dumps({'hosts': sorted({each.host for each in records}), 'none': None, 'pi': 3.5, 'nested': {'b': [1, {'a': True}]}, 'ä': '€'}, indent=2, sort_keys=True)
print(text, json.loads(text)['nested']['b'][1])
try:
    json.loads('{"a": 1,}')
except json.JSONDecodeError as error:
    print(error, error.pos, error.lineno)
print(textwrap.fill('The quick brown fox jumps over the lazy dog near the bank of the river.', 30, initial_indent='* ', subsequent_indent='  '))
print(textwrap.shorten('a very long sentence indeed', 15), repr(textwrap.dedent('  a\n    b\n  c')), textwrap.indent('x\n\ny', '> '))
print(string.Template('$who owes $$${amount}').substitute(who='Bob', amount=5), string.capwords('hello wORLD'))
print(re.sub(r'(\w+)@(\w+)', lambda match: f'{match[2]} at {match[1]}', 'me@home you@work'), re.split(r'[,;]\s*', 'a, b;c'), re.findall(r'(\d)(\w)?', '1a2 3b'))
print('{:*^20}|{:<10.3f}|{:>+8,}|{!r:>8}|{0[1]}'.format('mid', 3.14159, 1234567, 'r') if False else '{:*^20}|{:<10.3f}|{:>+12,}|{!r:>8}'.format('mid', 3.14159, 1234567, 'r'))
words = collections.defaultdict(list)
for word in 'the rain in spain stays mainly in the plain'.split():
    words[len(word)].append(word)
print(dict(words), sorted(words.items(), key=lambda item: (-len(item[1]), item[0]))[0])
print(*(f'{a}{b}' for a, b in itertools.zip_longest('abc', '12', fillvalue='-')), *map(''.join, itertools.pairwise('wxyz')), *itertools.accumulate([1, 2, 3, 4], operator.mul))
print('straße'.upper(), 'ǅ'.swapcase(), 'naïve'.encode('ascii', 'replace'), 'a\tb'.expandtabs(4), 'x=1;y=2'.partition(';'), 'Hello'.translate(str.maketrans('lo', '01')), '%-5s|%05.1f|%x' % ('ab', 2.25, 255))
