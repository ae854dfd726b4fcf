if __name__ == "__main__":
    print("run as a program")
import sys
print(sys.modules["__main__"].__name__, "print" in dir(sys.modules["builtins"]), __package__, __doc__)
