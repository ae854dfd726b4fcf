import warnings
def old():
    warnings.warn("use new()", DeprecationWarning, stacklevel=2)
    return 1
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    warnings.warn("plain")
    print([(w.category.__name__, str(w.message), w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old()
    except DeprecationWarning as error:
        print("raised", error)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(old())
class Own(UserWarning): pass
with warnings.catch_warnings(record=True) as caught:
    warnings.filterwarnings("ignore", message=".*quiet.*")
    warnings.filterwarnings("always", category=Own)
    warnings.warn("keep quiet")
    warnings.warn("loud", Own)
    print([str(w.message) for w in caught])
