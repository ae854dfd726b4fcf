class Lazy:
    def __getattr__(self, name):
        if name.startswith('x'):
            return name.upper()
        raise AttributeError(name)

    def __setattr__(self, name, value):
        print('set', name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print('delete', name)
        super().__delattr__(name)


lazy = Lazy()
print(lazy.xyz, hasattr(lazy, 'y'), getattr(lazy, 'y', 'default'))
lazy.y = 1
print(lazy.y)
del lazy.y
try:
    lazy.y
except AttributeError as error:
    print(repr(error), error.name, error.obj is lazy)


class Always:
    def __getattribute__(self, name):
        return 'always ' + name


print(Always().anything, Always().__dict__)
