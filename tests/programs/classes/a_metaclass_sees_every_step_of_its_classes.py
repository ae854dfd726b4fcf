class Meta(type):
    @classmethod
    def __prepare__(metaclass, name, bases, **keywords):
        print('prepare', name, keywords)
        return {'prepared': 1}

    def __new__(metaclass, name, bases, namespace, **keywords):
        print('new', name)
        return super().__new__(metaclass, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print('init', name)
        super().__init__(name, bases, namespace)

    def __call__(cls, *arguments):
        print('call', arguments)
        return super().__call__(*arguments)

    def __instancecheck__(cls, value):
        return value == 5

    def __len__(cls):
        return 99

    def __getitem__(cls, key):
        return key * 2


class C(metaclass=Meta, option=1):
    def __init__(self, value):
        self.value = value


class D(C):
    pass


print(D(7).value, D.prepared, isinstance(5, D), isinstance(D(1), C), len(C), C[4])
try:
    class Conflict(D, metaclass=type('Other', (type,), {})):
        pass
except TypeError as error:
    print(error)
