import copy
import io
import pickle
import re

file = io.BytesIO(b'hello world')
view = file.getbuffer()
view[0:5] = b'HELLO'
print(file.getvalue(), view.nbytes, view.readonly, view.format, bytes(view[6:]))
for change in (lambda: file.write(b'x'), lambda: file.truncate(3), file.close):
    try:
        print(change())
    except BufferError as error:
        print(error)
print(file.read(3), file.seek(0))
view.release()
print(file.write(b'J'), file.getvalue())
with file.getbuffer() as view:
    print(len(view))
file.close()
try:
    file.getbuffer()
except ValueError as error:
    print(error)

pattern = re.compile('(a)b+', re.I)
again = pickle.loads(pickle.dumps(pattern))
print(again == pattern, again is pattern, copy.copy(pattern) is pattern, copy.deepcopy([pattern])[0] is pattern, again.findall('xABBab'))
print(pickle.dumps(re.compile(b'x'), 2))
