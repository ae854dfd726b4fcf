# run: --max-memory 100MB
"""Cycles and what they hold go while the program runs."""
class Node:
    def __init__(self, other):
        self.other = other
        self.data = bytes(1000)
made = 0
while made < 10_000_000_000:
    a = Node(None)
    a.other = Node(a)
    text = 'x' * 3000
    made += 5200
print(made)
