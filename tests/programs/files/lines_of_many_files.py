import fileinput
import os
from _folder import attempt

for name in 'ab':
    with open(name + '.txt', 'w') as file:
        file.write('%s1\n%s2\n' % (name, name))
for line in fileinput.input(['a.txt', 'b.txt']):
    print(fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), fileinput.isstdin(), line, end='')
fileinput.close()
with fileinput.input('a.txt', inplace=True) as lines:
    for line in lines:
        print(line.upper(), end='')
print(open('a.txt').read(), sorted(os.listdir()))
with fileinput.input(('a.txt', 'b.txt'), mode='rb') as lines:
    print(list(lines))
attempt(fileinput.lineno)
attempt(lambda: list(fileinput.input('nope')))
fileinput.close()
