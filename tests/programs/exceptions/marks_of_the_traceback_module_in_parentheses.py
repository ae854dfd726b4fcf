# Where the traceback module marks the operator of an expression whose operands stand in parentheses.
import traceback


def division(x):
    return (x + 1) / (x - x)


def without_spaces(x):
    return (x + 1)/(x - x)


def nested(x):
    return (( x + 1 ) ) // (0) + x


def right_in_parentheses(x):
    return x +("a")


def sum_in_parentheses(x):
    return ((x) + "a")


def tuple_on_the_left(x):
    return (1, 2) + (x)


def empty_tuple_on_the_left(x):
    return () + (x)


def generator_on_the_left(x):
    return (y for y in "(") + x


def call_on_the_left(x):
    return abs (x) + "a"


def power_of_negative(x):
    return -x ** "a"


def power(x):
    return (x) ** (("a"))


def subscript_of_parentheses(x):
    return (x)  [0]


def subscript_in_parentheses(x):
    return [1] [(x + 5)]


def subscript_with_spaces(x):
    return [1][ x + 5 ]


def tuple_as_subscript(x):
    return {}[(x, 1)]


for function in (division, without_spaces, nested, right_in_parentheses, sum_in_parentheses, tuple_on_the_left,
                 empty_tuple_on_the_left, generator_on_the_left, call_on_the_left, power_of_negative, power,
                 subscript_of_parentheses, subscript_in_parentheses, subscript_with_spaces, tuple_as_subscript):
    try:
        function(3)
    except Exception:
        print(traceback.format_exc())
