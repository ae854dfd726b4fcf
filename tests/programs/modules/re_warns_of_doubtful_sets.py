"""Sets that may come to mean something else, and names of groups that are on their way out: warnings on the caller's line."""
import re
import warnings

print(re.findall('[[a]', 'a[b'))
print(re.findall('[a&&b]', '&'))
print(re.findall('x[a||b]', 'x|'), re.findall('y[a~~b]', 'y~'), re.findall('z[+--]]', 'z,]'))
print(re.findall('[[]', '['), re.findall(r'[\[a]', '['), re.findall('[&&a]', '&'), re.findall('[^[a]', '[b'))
print(re.match('(a)(?( 1)b)', 'ab'), re.match(b'(?P<\xe9>a)', b'a'))
print(re.sub('(a)', r'\g<+1>\g< 1>\g<1>', 'a'))
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        re.compile('[[b]')
    except FutureWarning as warning:
        print(repr(warning))
try:
    re.compile('[a--z')
except re.error as error:
    print(error)
warnings.filterwarnings('ignore', '.*nested.*', FutureWarning)
print(re.findall('[[c]', 'c'), re.compile('[[d]').findall('d'))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    re.compile('t', re.T), re.template('u')
print([str(warning.message)[:40] for warning in caught])
