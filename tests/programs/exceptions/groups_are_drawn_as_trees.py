# exit: 1
def failed(value):
    try:
        raise ValueError(value)
    except ValueError as error:
        return error


def chained():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise KeyError('k') from error
    except KeyError as error:
        error.add_note('two\nlines')
        return error


raise ExceptionGroup('outer', [failed(1), chained(), ExceptionGroup('inner', [failed(i) for i in range(17)])])
