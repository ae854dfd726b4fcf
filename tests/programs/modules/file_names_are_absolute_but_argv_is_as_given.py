# exit: 1
import os.path
import sys


def place(function):
    return os.path.isabs(function.__code__.co_filename), os.path.basename(function.__code__.co_filename)


print(os.path.isabs(__file__), os.path.basename(__file__))
print(os.path.isabs(sys.argv[0]), os.path.basename(sys.argv[0]))
print(sys.path[0] == os.path.dirname(__file__))
print(place(place))
print(os.path.exists(__file__), os.path.isfile(__file__))
raise ValueError(__file__)
