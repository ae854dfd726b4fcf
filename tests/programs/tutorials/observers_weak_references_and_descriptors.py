import functools
import gc
import threading
import weakref


class Event:
    """A descriptor: each instance has listeners of its own, held weakly."""

    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.setdefault(self.name, Listeners())


class Listeners:
    def __init__(self):
        self.references, self.lock = [], threading.Lock()

    def connect(self, method):
        with self.lock:
            self.references.append(weakref.WeakMethod(method) if hasattr(method, '__self__') else weakref.ref(method))

    def __call__(self, *args):
        with self.lock:
            alive = [listener for reference in self.references if (listener := reference()) is not None]
            self.references = [reference for reference in self.references if reference() is not None]
        return [listener(*args) for listener in alive]

    def __len__(self):
        return len(self.references)


class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{type(instance).__name__}.{self.name} must be {self.kind.__name__}')
        instance.__dict__[self.name] = value
        instance.changed(self.name, value)

    def __delete__(self, instance):
        instance.__dict__.pop(self.name, None)


class Sensor:
    changed = Event()
    value = Typed(int, 0)
    unit = Typed(str, 'C')


class Display:
    def __init__(self, name):
        self.name, self.shown = name, []

    def show(self, field, value):
        self.shown.append((field, value))
        return self.name

    def __del__(self):
        print('display', self.name, 'is gone')


sensor, display, other = Sensor(), Display('hall'), Display('attic')
sensor.changed.connect(display.show)
sensor.changed.connect(other.show)
sensor.value = 20
del other
sensor.unit = 'K'
print(display.shown, len(sensor.changed), sensor.value, sensor.unit, Sensor.value.kind)
try:
    sensor.value = 'hot'
except TypeError as error:
    print(error)
del sensor.value
print(sensor.value, vars(sensor).keys())

cache = weakref.WeakValueDictionary()


class Image:
    def __init__(self, name):
        self.name = name


def load(name):
    if (image := cache.get(name)) is None:
        image = cache[name] = Image(name)
    return image


first, second = load('a'), load('a')
print(first is second, len(cache))
del first, second
print(len(cache), 'a' in cache)
finalizer = weakref.finalize(sensor, print, 'sensor is gone', 1)
print(finalizer.alive, weakref.getweakrefcount(sensor) >= 1)
del sensor
print(finalizer.alive, finalizer())


class Node:
    def __init__(self):
        self.children, self.parent = [], None

    def add(self, child):
        self.children.append(child)
        child.parent = weakref.proxy(self)
        return child


root = Node()
leaf = root.add(Node())
print(leaf.parent.children[0] is leaf)
del root
try:
    leaf.parent.children
except ReferenceError as error:
    print(error)


class Cycle:
    def __del__(self):
        print('cycle collected')


one, two = Cycle(), Cycle()
one.other, two.other = two, one
del one, two
print('before')
print(gc.collect() >= 2)


class Registry(type):
    classes = {}

    def __new__(mcls, name, bases, namespace, **options):
        cls = super().__new__(mcls, name, bases, namespace)
        mcls.classes[options.get('key', name.lower())] = cls
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        if not hasattr(cls, 'instance'):
            cls.instance = super().__call__(*args, **kwargs)
        return cls.instance


class Base(metaclass=Registry):
    def __init_subclass__(cls, /, **options):
        super().__init_subclass__()
        cls.options = options


class Plugin(Base, key='plug'):
    __slots__ = ('x',)


try:
    type('Wrong', (Sensor,), {'__slots__': ('__weakref__',)})
except TypeError as error:
    print(error)
print(Registry.classes, Plugin() is Plugin(), Plugin.options, functools.reduce(lambda a, b: a + [b.__name__], Plugin.__mro__, []))
