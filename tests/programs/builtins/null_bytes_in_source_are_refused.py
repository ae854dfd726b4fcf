for function in exec, eval, lambda source: compile(source, "f.py", "exec"):
    try:
        function("1\0 + 1")
    except ValueError as error:
        print(error)
