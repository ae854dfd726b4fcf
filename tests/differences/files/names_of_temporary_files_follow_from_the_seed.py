# gilsim: names of temporary files follow from the seed
# cpython: from chance
# why: runs are the same everywhere
import tempfile
with tempfile.NamedTemporaryFile() as file:
    print(file.name == "/tmp/tmp203tkeg5")
# gilsim prints:
# True
# cpython prints:
# False
