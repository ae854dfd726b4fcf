import traceback
for source in ("1/0", "\n\nx = 1/0", "def f():\n return 1/0\nf()"):
    try:
        exec(source)
    except ZeroDivisionError:
        traceback.print_exc()
exec("def g():\n raise ValueError\ng()")
