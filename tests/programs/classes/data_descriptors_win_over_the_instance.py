class Logged:
    def __set_name__(self, owner, name):
        print('name', owner.__name__, name)

    def __get__(self, instance, owner=None):
        return ('get', instance is None, owner.__name__)

    def __set__(self, instance, value):
        print('set', value)

    def __delete__(self, instance):
        print('delete')


class NotData:
    def __get__(self, instance, owner=None):
        return 'not data'


class C:
    a = Logged()
    b = NotData()


c = C()
c.a = 1
del c.a
c.__dict__['a'] = 'hidden'
print(c.a, C.a)
print(c.b)
c.b = 'instance'
print(c.b, C.b)
