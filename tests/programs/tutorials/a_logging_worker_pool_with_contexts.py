import contextvars
import logging
import logging.handlers
import queue
import sys
import threading

request = contextvars.ContextVar('request', default='-')


class AddRequest(logging.Filter):
    def filter(self, record):
        record.request = request.get()
        return True


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter('%(levelname)-8s [%(threadName)s] {%(request)s} %(name)s: %(message)s'))
handler.addFilter(AddRequest())
log = logging.getLogger('shop')
log.setLevel(logging.DEBUG)
log.addHandler(handler)
orders = queue.Queue()


def worker():
    child = log.getChild('worker')
    while (order := orders.get()) is not None:
        token = request.set(f'order {order}')
        try:
            child.debug('begin %d', order)
            if order == 3:
                raise ValueError('out of stock')
            child.info('total %.2f', order * 9.99)
        except ValueError:
            child.exception('failed')
        finally:
            request.reset(token)
            orders.task_done()
    child.warning('going home')


thread = threading.Thread(target=worker, name='clerk')
thread.start()
for number in range(1, 5):
    orders.put(number)
orders.join()
orders.put(None)
thread.join()
log.critical('closed: %s', {'orders': 4}, extra={})

# Messages of threads go through a queue to one listener.
messages = queue.Queue()
sink = []


class Collect(logging.Handler):
    def emit(self, record):
        sink.append(self.format(record))


collector = Collect()
collector.setFormatter(logging.Formatter('%(threadName)s/%(message)s'))
listener = logging.handlers.QueueListener(messages, collector, respect_handler_level=True)
quiet = logging.getLogger('quiet')
quiet.propagate = False
quiet.setLevel(logging.INFO)
quiet.addHandler(logging.handlers.QueueHandler(messages))
listener.start()
threads = [threading.Thread(target=quiet.info, args=('hello from %d', i), name=f'T{i}') for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
quiet.debug('not shown')
listener.stop()
print(sorted(sink))

memory = logging.handlers.MemoryHandler(capacity=10, flushLevel=logging.ERROR, target=collector)
batch = logging.getLogger('batch')
batch.propagate = False
batch.addHandler(memory)
batch.warning('one')
batch.warning('two')
print(len(sink))
batch.error('three')
print(sink[3:])
adapter = logging.LoggerAdapter(log, {'user': 'ada'})
adapter.info('adapted')
logging.disable(logging.CRITICAL)
log.critical('not shown')
print(log, handler, logging.getLevelName(25), logging.getLevelName('ERROR'), log.isEnabledFor(50))
