class Plugin:
    known = []

    def __init_subclass__(cls, tag=None, **keywords):
        super().__init_subclass__(**keywords)
        cls.known.append((cls.__name__, tag))


class One(Plugin, tag='first'):
    pass


class Two(One):
    pass


print(Plugin.known, Plugin.__subclasses__(), One.__subclasses__())
try:
    class Three(Plugin, unknown=1):
        pass
except TypeError as error:
    print(error)
