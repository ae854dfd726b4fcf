# exit: 1
def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError(f"cannot read {text!r}") from error
def load(texts):
    try:
        return [parse(text) for text in texts]
    finally:
        print("loaded")
class Loader:
    def run(self):
        return load(["1", "two"])
Loader().run()
