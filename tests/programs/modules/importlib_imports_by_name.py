import importlib
import sys

beside = importlib.import_module('_beside')
print(beside.double(4), importlib.import_module('json').dumps([1]), importlib.import_module('os.path') is sys.modules['os.path'])
print(importlib.import_module('.inner', '_package').__name__, importlib.import_module('..dumb', '_package.x') if False else '')
for arguments in (('.x',), ('...x', 'a.b'), ('no_such_module_anywhere',), ('json.nothing',)):
    try:
        importlib.import_module(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
beside.double = None
beside.extra = 1
print(importlib.reload(beside) is beside, beside.double(5), beside.extra, importlib.invalidate_caches(), importlib.__import__('math').pi > 3)
try:
    importlib.reload('x')
except TypeError as error:
    print(error)
