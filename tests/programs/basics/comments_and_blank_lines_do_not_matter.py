# a comment

def f():
    # before the body
    x = 1

    # between

        # more deeply indented
    return x
    # after


  # odd indentation
print(f())  # at the end
if True:  # after a colon

    print("indented")  # 注释
# the last line
