# A number right before a keyword is legal but warned of; so is `is` with a literal, once for each time it is compiled.
import warnings

x = 1if True else 2
y = 1if x else 2 if x else 0
print(x, y, x is 1, x is 2)
try:
    print("tried")
finally:
    print(x is 1)

for text in ("1or 2", "[0xfor x in (1,)]", "1.5if x else 2", "1jin []", "0b1and 2", "0o7is x", "1not in [2]", "1_0if 1 else 2",
             "1e5or 2", "1 if 1 else 2"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(text, eval(text))
        except SyntaxError as error:
            print(text, error)
    print([(warning.category.__name__, str(warning.message), warning.lineno) for warning in caught])

warnings.simplefilter("error")
try:
    compile("(1,\n 25if 1 else 2)", "<text>", "eval")
except SyntaxError as error:
    print(error.args)
