class AppError(Exception):
    """Base."""
class NotFound(AppError, LookupError):
    def __init__(self, what, *, hint=None):
        super().__init__(f"{what} not found")
        self.what, self.hint = what, hint
class Denied(AppError): code = 403
for error in (NotFound("page", hint="look"), Denied("no"), LookupError("plain")):
    try:
        raise error
    except AppError as e:
        print(type(e).__name__, e, getattr(e, "hint", None), getattr(e, "code", None), isinstance(e, LookupError))
    except LookupError as e:
        print("lookup", e)
print([k.__name__ for k in NotFound.__mro__])
