class TooHot(Exception):
    def __init__(self, degrees):
        super().__init__(f"{degrees} degrees")
        self.degrees = degrees

try:
    try:
        raise TooHot(99)
    except (KeyError, TooHot) as error:
        print(repr(error), error, error.args, error.degrees)
        raise
except Exception as again:
    print(type(again).__mro__[1].__name__, isinstance(again, TooHot))
