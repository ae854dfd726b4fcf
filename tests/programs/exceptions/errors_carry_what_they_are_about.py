def attempt(code):
    try:
        exec(code)
    except BaseException as error:
        return error


error = attempt('[].foo')
print(error.name, error.obj)
error = attempt('unknown')
print(error.name)
error = attempt('raise OSError(2, "no such thing", "file.txt")')
print(repr(error), error, error.errno, error.strerror, error.filename)
error = attempt('raise StopIteration(5)')
print(error.value)
error = attempt('import sys; sys.exit("bye")')
print(error.code)
error = attempt('{}["键"]')
print(error, repr(error), error.args)
error = attempt('raise ImportError("m", name="n", path="p")')
print(error, error.name, error.path)
error = attempt('"é".encode("ascii")')
print(error, error.start, error.end, error.encoding)
error = attempt('raise ValueError("a", "b")')
print(error, repr(error))
error.add_note('a note')
print(error.__notes__)
