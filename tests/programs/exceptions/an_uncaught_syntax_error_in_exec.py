# exit: 1
def run(text):
    exec(text)
run("x = 1\ny = (2 +\nz = 3\n")
