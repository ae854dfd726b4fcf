class Body:
    size = 3
    try:
        cells = [size for _ in range(2)]
    except NameError as error:
        print(error)
    items = [i for i in range(size)]
    def get(self):
        try:
            return size
        except NameError as error:
            return str(error)

print(Body.items, Body().get())
