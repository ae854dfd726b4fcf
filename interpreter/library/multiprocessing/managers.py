"""Managers: a process that holds objects, and proxies that have it call their methods.

A proxy has one connection for each thread that uses it, which a thread of the server serves. A request is (id of the
object, name of the method, args, kwds), or with id None one to the server itself; the answer is a pair (kind, value).
"""

import array
import queue
import signal
import sys
import threading
import time
import types
from traceback import format_exc

from . import connection, context, get_context, pool, process, reduction, shared_memory, util

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token', 'SharedMemoryManager']

# Views of a dict and arrays go to other processes as what can be pickled.
reduction.register(array.array, lambda values: (array.array, (values.typecode, values.tobytes())))
for _view in ({}.items(), {}.keys(), {}.values()):
    reduction.register(type(_view), lambda view: (list, (list(view),)))


class Token:
    """Names an object of a server's."""

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __repr__(self):
        return '%s(typeid=%r, address=%r, id=%r)' % (self.__class__.__name__, self.typeid, self.address, self.id)


class RemoteError(Exception):
    def __str__(self):
        line = '-' * 75
        return '\n%s\n%s%s' % (line, self.args[0], line)


def _value_of(kind, value):
    """What an answer comes to, which may be that something is raised."""
    if kind == '#RETURN':
        return value
    if kind == '#ERROR':
        raise value
    if kind in ('#TRACEBACK', '#UNSERIALIZABLE'):
        raise RemoteError('Unserializable message: %s\n' % value if kind == '#UNSERIALIZABLE' else value)
    raise ValueError('Unrecognized message type {!r}'.format(kind))


def dispatch(c, id, methodname, args=(), kwds={}):
    """Asks over the connection, and gives the answer."""
    c.send((id, methodname, args, kwds))
    return _value_of(*c.recv())


def public_methods(obj):
    return [name for name in dir(obj) if name[0] != '_' and callable(getattr(obj, name))]


# --- the server ------------------------------------------------------------------------------------------------------


class Server:
    """Holds objects, with how many proxies refer to each."""

    public = ['shutdown', 'create', 'accept_connection', 'get_methods', 'debug_info', 'number_of_objects', 'dummy',
              'incref', 'decref']

    def __init__(self, registry, address, authkey, serializer):
        if not isinstance(authkey, bytes):
            raise TypeError("Authkey {0!r} is type {1!s}, not bytes".format(authkey, type(authkey)))
        self.registry = registry
        self.authkey = process.AuthenticationString(authkey)
        self.listener = connection.Listener(address=address, backlog=128)
        self.address = self.listener.address
        self.id_to_obj = {}  # id: object, names of its methods, typeids of what they return
        self.id_to_refcount = {}
        # Objects that go may hold proxies of others, which are then counted down.
        self.mutex = threading.RLock()
        self.stop_event = threading.Event()

    def serve_forever(self):
        process.current_process()._manager_server = self
        try:
            accepter = threading.Thread(target=self.accepter)
            accepter.daemon = True
            accepter.start()
            self.stop_event.wait()
        finally:
            sys.exit(0)

    def accepter(self):
        while True:
            try:
                accepted = self.listener.accept()
            except OSError:
                continue
            thread = threading.Thread(target=self.handle_request, args=(accepted,))
            thread.daemon = True
            thread.start()

    def handle_request(self, c):
        """The first request over a connection is to the server; it may be that objects' methods shall follow."""
        try:
            connection.deliver_challenge(c, self.authkey)
            connection.answer_challenge(c, self.authkey)
            _, name, args, kwds = c.recv()
            assert name in self.public, '%r unrecognized' % name
            result = getattr(self, name)(c, *args, **kwds)
        except Exception:
            answer = ('#TRACEBACK', format_exc())
        else:
            answer = ('#RETURN', result)
        try:
            if not c.closed:
                c.send(answer)
        except Exception as error:
            util.info('Failure to send message: %r', answer)
            util.info(' ... exception was %r', error)
        c.close()

    def accept_connection(self, c, name):
        threading.current_thread().name = name
        c.send(('#RETURN', None))
        self.serve_client(c)

    def serve_client(self, c):
        util.debug('starting server thread to service %r', threading.current_thread().name)
        try:
            while not self.stop_event.is_set():
                answer = self._answer(*c.recv())
                try:
                    c.send(answer)
                except Exception:
                    c.send(('#UNSERIALIZABLE', format_exc()))
        except EOFError:
            util.debug('got EOF; exiting thread serving %r', threading.current_thread().name)
        except OSError as error:
            util.info('exception in thread serving %r', threading.current_thread().name)
            util.info(' ... exception was %r', error)
        c.close()

    def _answer(self, ident, methodname, args, kwds):
        try:
            obj, exposed, method_to_typeid = self.id_to_obj[ident]
            if methodname not in exposed:
                return self._answer_for_all(obj, exposed, methodname, args, kwds)
            try:
                result = getattr(obj, methodname)(*args, **kwds)
            except Exception as error:
                return '#ERROR', error
            typeid = method_to_typeid.get(methodname)
            if not typeid:
                return '#RETURN', result
            new_id, new_exposed = self.create(None, typeid, result)
            return '#PROXY', (new_exposed, Token(typeid, self.address, new_id))
        except Exception:
            return '#TRACEBACK', format_exc()

    @staticmethod
    def _answer_for_all(obj, exposed, methodname, args, kwds):
        """What each object can be asked although its type does not say so."""
        if methodname in ('__str__', '__repr__'):
            return '#RETURN', (str if methodname == '__str__' else repr)(obj)
        if methodname == '#GETVALUE':
            return '#RETURN', obj
        raise AttributeError('method %r of %r object is not in exposed=%r' % (methodname, type(obj), exposed))

    def create(self, c, typeid, /, *args, **kwds):
        with self.mutex:
            make, exposed, method_to_typeid, proxytype = self.registry[typeid]
            if make is None:
                if kwds or len(args) != 1:
                    raise ValueError("Without callable, must have one non-keyword argument")
                obj = args[0]
            else:
                obj = make(*args, **kwds)
            if exposed is None:
                exposed = public_methods(obj)
            if method_to_typeid is not None:
                if not isinstance(method_to_typeid, dict):
                    raise TypeError("Method_to_typeid {0!r}: type {1!s}, not dict".format(
                        method_to_typeid, type(method_to_typeid)))
                exposed = list(exposed) + list(method_to_typeid)
            ident = '%x' % id(obj)
            util.debug('%r callable returned object with id %r', typeid, ident)
            self.id_to_obj[ident] = (obj, set(exposed), method_to_typeid or {})
            # Referred to from the start, so that it lives until its proxy is made.
            self.id_to_refcount[ident] = self.id_to_refcount.get(ident, 0) + 1
        return ident, tuple(exposed)

    def get_methods(self, c, token):
        return tuple(self.id_to_obj[token.id][1])

    def incref(self, c, ident):
        with self.mutex:
            self.id_to_refcount[ident] += 1

    def decref(self, c, ident):
        with self.mutex:
            self.id_to_refcount[ident] -= 1
            if self.id_to_refcount[ident] > 0:
                return
            del self.id_to_refcount[ident]
            kept = self.id_to_obj.pop(ident)
            util.debug('disposing of obj with id %r', ident)
        del kept

    def number_of_objects(self, c):
        return len(self.id_to_refcount)

    def debug_info(self, c):
        with self.mutex:
            return '\n'.join('  %s:       refcount=%s\n    %s' % (ident, count, str(self.id_to_obj[ident][0])[:75])
                             for ident, count in sorted(self.id_to_refcount.items()))

    def dummy(self, c):
        pass

    def shutdown(self, c):
        util.debug('manager received shutdown message')
        try:
            c.send(('#RETURN', None))
        finally:
            self.stop_event.set()
            c.close()


# --- managers --------------------------------------------------------------------------------------------------------


class State:
    INITIAL, STARTED, SHUTDOWN = 0, 1, 2

    __slots__ = ['value']


listener_client = {'pickle': (connection.Listener, connection.Client)}


class BaseManager:
    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        if authkey is None:
            authkey = process.current_process().authkey
        self._address = address
        self._authkey = process.AuthenticationString(authkey)
        self._state = State()
        self._state.value = State.INITIAL
        self._serializer = serializer
        self._Client = listener_client[serializer][1]
        self._ctx = ctx or get_context()
        self._shutdown_timeout = shutdown_timeout

    def _check_initial(self):
        if self._state.value == State.STARTED:
            raise context.ProcessError("Already started server")
        if self._state.value == State.SHUTDOWN:
            raise context.ProcessError("Manager has shut down")
        if self._state.value != State.INITIAL:
            raise context.ProcessError("Unknown state {!r}".format(self._state.value))

    def get_server(self):
        self._check_initial()
        return self._Server(self._registry, self._address, self._authkey, self._serializer)

    def connect(self):
        """To a server that another program, or another process of this one, has started."""
        dispatch(self._Client(self._address, authkey=self._authkey), None, 'dummy')
        self._state.value = State.STARTED

    def start(self, initializer=None, initargs=()):
        self._check_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        reader, writer = connection.Pipe(duplex=False)
        self._process = self._ctx.Process(
            target=type(self)._run_server,
            args=(self._registry, self._address, self._authkey, self._serializer, writer, initializer, initargs))
        self._process.name = type(self).__name__ + '-' + ':'.join(map(str, self._process._identity))
        self._process.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._state.value = State.STARTED
        self.shutdown = util.Finalize(
            self, type(self)._finalize_manager, exitpriority=0,
            args=(self._process, self._address, self._authkey, self._state, self._Client, self._shutdown_timeout))

    @classmethod
    def _run_server(cls, registry, address, authkey, serializer, writer, initializer=None, initargs=()):
        # Ctrl-C is for the program; the server ends when it is told to.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if initializer is not None:
            initializer(*initargs)
        server = cls._Server(registry, address, authkey, serializer)
        writer.send(server.address)
        writer.close()
        util.info('manager serving at %r', server.address)
        server.serve_forever()

    @staticmethod
    def _finalize_manager(process, address, authkey, state, _Client, shutdown_timeout):
        if process.is_alive():
            util.info('sending shutdown message to manager')
            try:
                with _Client(address, authkey=authkey) as asking:
                    dispatch(asking, None, 'shutdown')
            except Exception:
                pass
            process.join(timeout=shutdown_timeout)
            if process.is_alive():
                util.info('manager still alive')
                util.info('trying to `terminate()` manager process')
                process.terminate()
                process.join(timeout=shutdown_timeout)
        state.value = State.SHUTDOWN
        BaseProxy._address_to_local.pop(address, None)

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == State.STARTED, 'server not yet started'
        with self._Client(self._address, authkey=self._authkey) as asking:
            ident, exposed = dispatch(asking, None, 'create', (typeid,) + args, kwds)
        return Token(typeid, self._address, ident), exposed

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    def _ask(self, name):
        with self._Client(self._address, authkey=self._authkey) as asking:
            return dispatch(asking, None, name)

    def _debug_info(self):
        return self._ask('debug_info')

    def _number_of_objects(self):
        return self._ask('number_of_objects')

    def __enter__(self):
        if self._state.value == State.INITIAL:
            self.start()
        if self._state.value != State.STARTED:
            self._check_initial()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    def __reduce__(self):
        return type(self).from_address, (self._address, self._authkey, self._serializer)

    @classmethod
    def from_address(cls, address, authkey, serializer='pickle'):
        return cls(address, authkey, serializer)

    @property
    def address(self):
        return self._address

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        if '_registry' not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, '_exposed_', None)
        method_to_typeid = method_to_typeid or getattr(proxytype, '_method_to_typeid_', None)
        cls._registry[typeid] = (callable, exposed, method_to_typeid, proxytype)
        if create_method:
            setattr(cls, typeid, _creator(typeid, proxytype))


def _creator(typeid, proxytype):
    def create(self, /, *args, **kwds):
        util.debug('requesting creation of a shared %r object', typeid)
        token, exposed = self._create(typeid, *args, **kwds)
        proxy = proxytype(token, self._serializer, manager=self, authkey=self._authkey, exposed=exposed)
        # Now the proxy refers to it, too: the reference from its creation is given back.
        with self._Client(token.address, authkey=self._authkey) as asking:
            dispatch(asking, None, 'decref', (token.id,))
        return proxy

    create.__name__ = typeid
    return create


# --- proxies ---------------------------------------------------------------------------------------------------------


class ProcessLocalSet(set):
    """Empty in each child."""

    def __init__(self):
        util.register_after_fork(self, lambda obj: obj.clear())

    def __reduce__(self):
        return type(self), ()


class BaseProxy:
    _address_to_local = {}  # address: (the threads' connections, ids of the objects that are referred to)
    _mutex = util.ForkAwareThreadLock()

    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        with BaseProxy._mutex:
            known = BaseProxy._address_to_local.get(token.address)
            if known is None:
                known = BaseProxy._address_to_local[token.address] = util.ForkAwareLocal(), ProcessLocalSet()
        self._tls, self._idset = known
        self._token = token
        self._id = token.id
        self._manager = manager
        self._serializer = serializer
        self._Client = listener_client[serializer][1]
        # A proxy that lives in the server, in a list for example, needs no connection to count.
        self._owned_by_manager = manager_owned
        if authkey is not None:
            self._authkey = process.AuthenticationString(authkey)
        elif manager is not None:
            self._authkey = manager._authkey
        else:
            self._authkey = process.current_process().authkey
        if incref:
            self._incref()
        util.register_after_fork(self, BaseProxy._after_fork)

    def _connect(self):
        name = process.current_process().name
        if threading.current_thread().name != 'MainThread':
            name += '|' + threading.current_thread().name
        made = self._Client(self._token.address, authkey=self._authkey)
        dispatch(made, None, 'accept_connection', (name,))
        self._tls.connection = made

    def _callmethod(self, methodname, args=(), kwds={}):
        try:
            conn = self._tls.connection
        except AttributeError:
            util.debug('thread %r does not own a connection', threading.current_thread().name)
            self._connect()
            conn = self._tls.connection
        conn.send((self._id, methodname, args, kwds))
        kind, result = conn.recv()
        if kind == '#RETURN':
            return result
        if kind == '#PROXY':
            return self._proxy_of(*result)
        return _value_of(kind, result)

    def _proxy_of(self, exposed, token):
        proxytype = self._manager._registry[token.typeid][-1]
        token.address = self._token.address
        proxy = proxytype(token, self._serializer, manager=self._manager, authkey=self._authkey, exposed=exposed)
        with self._Client(token.address, authkey=self._authkey) as asking:
            dispatch(asking, None, 'decref', (token.id,))
        return proxy

    def _getvalue(self):
        """A copy of the object."""
        return self._callmethod('#GETVALUE')

    def _incref(self):
        if self._owned_by_manager:
            server = process.current_process()._manager_server
            server.incref(None, self._id)
            self._close = util.Finalize(self, server.decref, args=(None, self._id))
            return
        with self._Client(self._token.address, authkey=self._authkey) as asking:
            dispatch(asking, None, 'incref', (self._id,))
        util.debug('INCREF %r', self._token.id)
        self._idset.add(self._id)
        state = self._manager and self._manager._state
        self._close = util.Finalize(
            self, BaseProxy._decref, exitpriority=10,
            args=(self._token, self._authkey, state, self._tls, self._idset, self._Client))

    @staticmethod
    def _decref(token, authkey, state, tls, idset, _Client):
        idset.discard(token.id)
        if state is None or state.value == State.STARTED:
            try:
                util.debug('DECREF %r', token.id)
                with _Client(token.address, authkey=authkey) as asking:
                    dispatch(asking, None, 'decref', (token.id,))
            except Exception as error:
                util.debug('... decref failed: %s', error)
        # The thread's connection goes with the last proxy.
        if not idset and hasattr(tls, 'connection'):
            util.debug('thread %r has no more proxies so closing conn', threading.current_thread().name)
            tls.connection.close()
            del tls.connection

    def _after_fork(self):
        self._manager = None
        try:
            self._incref()
        except Exception as error:
            util.info('incref failed: %s' % error)

    def __reduce__(self):
        kwds = {}
        if context.get_spawning_popen() is not None:
            kwds['authkey'] = self._authkey
        if getattr(self, '_isauto', False):
            kwds['exposed'] = self._exposed_
            return RebuildProxy, (AutoProxy, self._token, self._serializer, kwds)
        return RebuildProxy, (type(self), self._token, self._serializer, kwds)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return '<%s object, typeid %r at %#x>' % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        try:
            return self._callmethod('__repr__')
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(func, token, serializer, kwds):
    server = getattr(process.current_process(), '_manager_server', None)
    if server and server.address == token.address:
        util.debug('Rebuild a proxy owned by manager, token=%r', token)
        kwds['manager_owned'] = True
    # While a spawned process is made, its parent holds what it is given.
    incref = kwds.pop('incref', True) and not getattr(process.current_process(), '_inheriting', False)
    return func(token, serializer, incref=incref, **kwds)


def MakeProxyType(name, exposed, _cache={}):
    """A class of proxies with these methods."""
    key = name, tuple(exposed)
    if key not in _cache:
        methods = {}
        for method in key[1]:
            exec('def %s(self, /, *args, **kwds):\n    return self._callmethod(%r, args, kwds)' % (method, method), methods)
        methods.pop('__builtins__', None)
        _cache[key] = type(name, (BaseProxy,), methods | {'_exposed_': key[1], '__module__': __name__})
    return _cache[key]


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """A proxy with the methods that the object has."""
    if authkey is None:
        authkey = manager._authkey if manager is not None else process.current_process().authkey
    if exposed is None:
        with listener_client[serializer][1](token.address, authkey=authkey) as asking:
            exposed = dispatch(asking, None, 'get_methods', (token,))
    kind = MakeProxyType('AutoProxy[%s]' % token.typeid, exposed)
    proxy = kind(token, serializer, manager=manager, authkey=authkey, incref=incref, manager_owned=manager_owned)
    proxy._isauto = True
    return proxy


# --- what a SyncManager makes ----------------------------------------------------------------------------------------


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        public = sorted('%s=%r' % item for item in self.__dict__.items() if not item[0].startswith('_'))
        return '%s(%s)' % (self.__class__.__name__, ', '.join(public))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    value = property(get, set)

    def __repr__(self):
        return '%s(%r, %r)' % (type(self).__name__, self._typecode, self._value)


def Array(typecode, sequence, lock=True):
    return array.array(typecode, sequence)


class IteratorProxy(BaseProxy):
    _exposed_ = ('__next__', 'send', 'throw', 'close')

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod('__next__', args)

    def send(self, *args):
        return self._callmethod('send', args)

    def throw(self, *args):
        return self._callmethod('throw', args)

    def close(self, *args):
        return self._callmethod('close', args)


class AcquirerProxy(BaseProxy):
    _exposed_ = ('acquire', 'release')

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod('acquire', (blocking,) if timeout is None else (blocking, timeout))

    def release(self):
        return self._callmethod('release')

    def __enter__(self):
        return self._callmethod('acquire')

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod('release')


class ConditionProxy(AcquirerProxy):
    _exposed_ = ('acquire', 'release', 'wait', 'notify', 'notify_all')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def notify(self, n=1):
        return self._callmethod('notify', (n,))

    def notify_all(self):
        return self._callmethod('notify_all')

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        deadline = None if timeout is None else time.monotonic() + timeout
        while not result:
            remaining = None if deadline is None else deadline - time.monotonic()
            if remaining is not None and remaining <= 0:
                break
            self.wait(remaining)
            result = predicate()
        return result


class EventProxy(BaseProxy):
    _exposed_ = ('is_set', 'set', 'clear', 'wait')

    def is_set(self):
        return self._callmethod('is_set')

    def set(self):
        return self._callmethod('set')

    def clear(self):
        return self._callmethod('clear')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))


class BarrierProxy(BaseProxy):
    _exposed_ = ('__getattribute__', 'wait', 'abort', 'reset')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def abort(self):
        return self._callmethod('abort')

    def reset(self):
        return self._callmethod('reset')

    parties = property(lambda self: self._callmethod('__getattribute__', ('parties',)))
    n_waiting = property(lambda self: self._callmethod('__getattribute__', ('n_waiting',)))
    broken = property(lambda self: self._callmethod('__getattribute__', ('broken',)))


class NamespaceProxy(BaseProxy):
    """Names that begin with `_` are the proxy's own."""

    _exposed_ = ('__getattribute__', '__setattr__', '__delattr__')

    def __getattr__(self, key):
        if key[0] == '_':
            return object.__getattribute__(self, key)
        return object.__getattribute__(self, '_callmethod')('__getattribute__', (key,))

    def __setattr__(self, key, value):
        if key[0] == '_':
            return object.__setattr__(self, key, value)
        return object.__getattribute__(self, '_callmethod')('__setattr__', (key, value))

    def __delattr__(self, key):
        if key[0] == '_':
            return object.__delattr__(self, key)
        return object.__getattribute__(self, '_callmethod')('__delattr__', (key,))


class ValueProxy(BaseProxy):
    _exposed_ = ('get', 'set')

    def get(self):
        return self._callmethod('get')

    def set(self, value):
        return self._callmethod('set', (value,))

    value = property(get, set)

    __class_getitem__ = classmethod(types.GenericAlias)


BaseListProxy = MakeProxyType('BaseListProxy', (
    '__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__', '__reversed__', '__rmul__',
    '__setitem__', 'append', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort', '__imul__'))


class ListProxy(BaseListProxy):
    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def __imul__(self, value):
        self._callmethod('__imul__', (value,))
        return self


DictProxy = MakeProxyType('DictProxy', (
    '__contains__', '__delitem__', '__getitem__', '__iter__', '__len__', '__setitem__', 'clear', 'copy', 'get', 'items',
    'keys', 'pop', 'popitem', 'setdefault', 'update', 'values'))
DictProxy._method_to_typeid_ = {'__iter__': 'Iterator'}

ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))

BasePoolProxy = MakeProxyType('PoolProxy', (
    'apply', 'apply_async', 'close', 'imap', 'imap_unordered', 'join', 'map', 'map_async', 'starmap', 'starmap_async',
    'terminate'))
BasePoolProxy._method_to_typeid_ = {
    'apply_async': 'AsyncResult', 'map_async': 'AsyncResult', 'starmap_async': 'AsyncResult', 'imap': 'Iterator',
    'imap_unordered': 'Iterator'}


class PoolProxy(BasePoolProxy):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


class SyncManager(BaseManager):
    """A manager of what programs usually share."""


for _typeid, _callable, _proxytype in [
        ('Queue', queue.Queue, None), ('JoinableQueue', queue.Queue, None), ('Event', threading.Event, EventProxy),
        ('Lock', threading.Lock, AcquirerProxy), ('RLock', threading.RLock, AcquirerProxy),
        ('Semaphore', threading.Semaphore, AcquirerProxy),
        ('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy),
        ('Condition', threading.Condition, ConditionProxy), ('Barrier', threading.Barrier, BarrierProxy),
        ('Pool', pool.Pool, PoolProxy), ('list', list, ListProxy), ('dict', dict, DictProxy),
        ('Value', Value, ValueProxy), ('Array', Array, ArrayProxy), ('Namespace', Namespace, NamespaceProxy)]:
    SyncManager.register(_typeid, _callable, _proxytype)
# What methods return.
SyncManager.register('Iterator', proxytype=IteratorProxy, create_method=False)
SyncManager.register('AsyncResult', create_method=False)


# --- shared memory ---------------------------------------------------------------------------------------------------


class SharedMemoryServer(Server):
    """Remembers blocks of shared memory, and unlinks those that are left when it ends."""

    public = Server.public + ['track_segment', 'release_segment', 'list_segments']

    def __init__(self, *args, **kwds):
        super().__init__(*args, **kwds)
        self._segment_names = []

    def shutdown(self, c):
        for name in self._segment_names[:]:
            self.release_segment(c, name)
        super().shutdown(c)

    def track_segment(self, c, segment_name):
        self._segment_names.append(segment_name)

    def release_segment(self, c, segment_name):
        self._segment_names.remove(segment_name)
        segment = shared_memory.SharedMemory(segment_name)
        segment.close()
        segment.unlink()

    def list_segments(self, c):
        return self._segment_names


class SharedMemoryManager(BaseManager):
    """A manager whose blocks of shared memory end with it."""

    _Server = SharedMemoryServer

    def get_server(self):
        if self._state.value == State.STARTED:
            raise context.ProcessError("Already started SharedMemoryServer")
        if self._state.value == State.SHUTDOWN:
            raise context.ProcessError("SharedMemoryManager has shut down")
        return super().get_server()

    def SharedMemory(self, size):
        """A new block of that many octets."""
        return self._tracked(lambda: shared_memory.SharedMemory(create=True, size=size), lambda block: block)

    def ShareableList(self, sequence):
        """A new list in a block of its own."""
        return self._tracked(lambda: shared_memory.ShareableList(sequence), lambda made: made.shm)

    def _tracked(self, make, block_of):
        with self._Client(self._address, authkey=self._authkey) as asking:
            made = make()
            block = block_of(made)
            try:
                dispatch(asking, None, 'track_segment', (block.name,))
            except BaseException:
                block.unlink()
                raise
            return made
