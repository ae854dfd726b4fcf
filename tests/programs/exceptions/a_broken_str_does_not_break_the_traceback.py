# exit: 1
class Broken(Exception):
    def __str__(self):
        raise RuntimeError


raise Broken('x')
