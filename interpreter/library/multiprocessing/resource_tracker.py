"""What looks after resources that outlive their processes. Nothing outlives a run of gilsim: there is nothing to do."""

__all__ = ['ensure_running', 'register', 'unregister']


def ensure_running():
    pass


def register(name, rtype):
    pass


def unregister(name, rtype):
    pass
