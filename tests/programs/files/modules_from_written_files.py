import os
import sys
from _folder import attempt, path

with open('written_module.py', 'w') as file:
    file.write('"""Doc."""\nvalue = 42\n\ndef fail():\n    return 1 / 0\n')
os.makedirs('written_package/sub')
open('written_package/__init__.py', 'w').write('from .part import name\n')
open('written_package/part.py', 'w').write('name = __name__\n')
open('written_package/sub/__init__.py', 'w').write('here = __file__\n')
attempt(lambda: __import__('written_module'))
sys.path.insert(0, path)
import written_module
import written_package.sub
print(written_module.value, written_module.__doc__, written_module.__file__.replace(path, 'FOLDER'), written_package.name,
      written_package.sub.here.replace(path, 'FOLDER'))
try:
    written_module.fail()
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_code.co_filename.replace(path, 'FOLDER'), error.__traceback__.tb_next.tb_lineno)
exec(open('written_module.py').read())
print(value)
exec(compile(open('written_module.py').read(), 'written_module.py', 'exec'), namespace := {})
print(namespace['value'], os.path.isfile(__file__), os.path.basename(__file__))
with open(__file__) as file:
    print(file.readline(), end='')
open('broken_module.py', 'w').write('x = = 1\n')
attempt(lambda: __import__('broken_module'))
