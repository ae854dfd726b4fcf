try:
    raise ExceptionGroup("several", [ValueError(1), KeyError("k"), ExceptionGroup("inner", [ValueError(2)])])
except* ValueError as group:
    print(repr(group))
except* KeyError as group:
    print(repr(group))
