import json
import linecache
import logging
import logging.handlers
import os
import queue
from _folder import path

logging.basicConfig(filename='log.txt', level=logging.INFO, format='%(levelname)s:%(message)s')
logging.info('first')
logging.debug('not seen')
logging.error('second %d', 2)
logging.shutdown()
print(open('log.txt').read(), logging.getLogger().handlers[0].baseFilename.replace(path, 'FOLDER'))
logger = logging.getLogger('rotating')
logger.propagate = False
handler = logging.handlers.RotatingFileHandler('r.log', maxBytes=50, backupCount=2)
logger.addHandler(handler)
for i in range(12):
    logger.warning('message number %d', i)
handler.close()
for name in sorted(os.listdir()):
    if name.startswith('r.log'):
        print(name, open(name).read().split('\n'))
listened = queue.Queue()
out = logging.FileHandler('q.log', 'w', encoding='utf-8')
listener = logging.handlers.QueueListener(listened, out)
listener.start()
log = logging.getLogger('queued')
log.propagate = False
log.addHandler(logging.handlers.QueueHandler(listened))
log.warning('through a %s', 'queue')
listener.stop()
out.close()
print(open('q.log').read())
memory = logging.handlers.MemoryHandler(2, target=logging.FileHandler('m.log'))
log.handlers = [memory]
log.warning('1')
print(os.path.getsize('m.log'))
log.warning('2')
print(open('m.log').read())
with open('data.json', 'w') as file:
    json.dump({'a': [1, 2, {'b': None}], 'c': '\u4e2d'}, file, ensure_ascii=False, indent=1)
print(open('data.json').read(), json.load(open('data.json')))
with open('code.py', 'w') as file:
    file.write('x = 1\ny = 2\n')
print(repr(linecache.getline('code.py', 2)), linecache.getlines('code.py'), repr(linecache.getline('nope.py', 1)))
