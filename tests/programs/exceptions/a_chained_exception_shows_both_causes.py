# exit: 1
def read(settings):
    try:
        return settings["name"]
    except KeyError as error:
        raise ValueError("no name") from error


try:
    read({})
except ValueError:
    raise RuntimeError("cannot start")
