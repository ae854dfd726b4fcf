# Comparisons may block, and other threads then see the container in the middle of the operation.
import threading
import time


class Slow:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return 1

    def __eq__(self, other):
        time.sleep(0.06)
        return self.number == other.number

    def __lt__(self, other):
        time.sleep(0.06)
        return self.number < other.number

    def __repr__(self):
        return f'Slow({self.number})'


def change_later(action):
    thread = threading.Timer(0.03, action)
    thread.start()
    return thread


numbers = [Slow(2), Slow(3), Slow(1)]
thread = change_later(lambda: numbers.append(Slow(4)))
try:
    numbers.sort()
except ValueError as error:
    print(error)
thread.join()
print(numbers)

table = {Slow(1): 'one', Slow(2): 'two'}
thread = change_later(table.clear)
print(table.get(Slow(2)))
thread.join()
print(table)

members = {Slow(1), Slow(2)}
thread = change_later(members.clear)
print(Slow(2) in members)
thread.join()
print(members)

row = [Slow(1), Slow(2), Slow(3)]
thread = change_later(row.clear)
print(row == [Slow(1), Slow(2), Slow(3)], row)
thread.join()

items = [Slow(1), Slow(2), Slow(3)]
thread = change_later(lambda: items.__delitem__(slice(1, None)))
print(items.count(Slow(1)))
thread.join()
