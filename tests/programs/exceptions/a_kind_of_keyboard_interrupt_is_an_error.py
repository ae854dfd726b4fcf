# exit: 1
class Stop(KeyboardInterrupt):
    pass


raise Stop("now")
