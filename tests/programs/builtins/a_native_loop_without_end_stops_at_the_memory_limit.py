# run: --max-memory 50MB
# not-python
# exit: 3
# stderr-contains: MEMORY LIMIT
import itertools

print("begun")
list(itertools.count(2**70))
print("never")
# output:
# begun
