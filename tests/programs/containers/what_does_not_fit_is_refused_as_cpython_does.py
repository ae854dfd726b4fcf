def refused(action):
    try:
        print("no:", action())
    except Exception as error:
        print(type(error).__name__, error)


class Plain:
    pass


huge = 10**20
refused(lambda: [].insert(huge, 1))
refused(lambda: [1].index(1, object()))
refused(lambda: "a".find("a", "b"))
refused(lambda: "a".replace("a", "b", huge))
refused(lambda: Plain().__setitem__)
refused(lambda: {**range(2)})
refused(lambda: {**1j, "b": 2})
refused(lambda: {**Plain()})
for key in (0, huge, "key"):
    for container in (range(3), Plain(), (1, 2), 5, {1}):
        try:
            container[key] = 1
        except Exception as error:
            print(type(error).__name__, error)
        try:
            del container[key]
        except Exception as error:
            print(type(error).__name__, error)
