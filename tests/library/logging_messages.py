# stderr: ignore
# logging: levels, tree, formats, handlers.
import io
import logging
import sys
import threading


def attempt(function, *args, **kwargs):
    try:
        print('fine', function(*args, **kwargs))
    except Exception as error:
        print(repr(error))


logging.warning('before any set-up %d', 1)
logging.info('unseen')
out = io.StringIO()
logging.basicConfig(stream=out, level=logging.DEBUG, force=True,
                    format='%(levelname)s %(name)s %(threadName)s %(funcName)s:%(lineno)d %(module)s %(message)s %(processName)s')
log = logging.getLogger('a.b')


def work():
    log.debug('in a thread')


t = threading.Thread(target=work, name='worker')
t.start()
t.join()
log.info('%s and %s', 'x', 2)
log.error('%(k)s', {'k': 'dict'})
log.log(35, 'custom level')
log.setLevel('ERROR')
log.warning('dropped')
print(log, log.parent, logging.getLogger('a').parent, log.parent, logging.getLogger(), log.isEnabledFor(30), log.hasHandlers())
try:
    1 / 0
except ZeroDivisionError:
    log.exception('failed')
    log.critical('again', exc_info=True)
print(out.getvalue())

h = logging.StreamHandler(sys.stdout)
print(h, logging.NullHandler(), logging.getLogger('z').getChild('y').name)
h.setFormatter(logging.Formatter('{levelname:>8}|{message}', style='{'))
other = logging.getLogger('other')
other.propagate = False
other.addHandler(h)
other.addHandler(h)
other.warning('braces')
h.setLevel(logging.ERROR)
other.warning('not shown')
other.error('shown')
h.addFilter(lambda record: 'secret' not in record.getMessage())
other.error('a secret')
logging.LoggerAdapter(other, {'who': 'me'}).error('adapted')
h.setFormatter(logging.Formatter('%(asctime)s %(message)s', datefmt='DATE'))
other.error('dated')
other.error('bad %d', 'x')
print(logging.getLevelName(20), logging.getLevelName('INFO'), logging.getLevelName(21))
logging.addLevelName(21, 'NOTICE')
print(logging.getLevelName(21), logging.getLevelNamesMapping()['NOTICE'])
attempt(logging.getLogger, 3)
attempt(log.setLevel, 'NOPE')
attempt(logging.Formatter, 'no fields')
attempt(logging.basicConfig, force=True, unknown=1)
attempt(log.log, 'x', 'y')
logging.disable()
other.critical('disabled')
logging.disable(logging.NOTSET)
record = logging.makeLogRecord({'msg': 'made %s', 'args': ('up',)})
print(record.getMessage(), logging.Formatter().format(record))
print(len(logging.Formatter('%(asctime)s').format(record)))
