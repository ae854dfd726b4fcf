class Lazy:
    known = "class attribute"

    def __getattr__(self, name):
        return f"made {name}"

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)

lazy = Lazy()
lazy.x = 1
print(lazy.x, lazy.known, lazy.y, getattr(lazy, "z"), hasattr(lazy, "anything"))
