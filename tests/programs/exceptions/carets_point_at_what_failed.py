# exit: 1
def divide(numbers):
    return sum(numbers) + numbers[0] // (numbers[1] - 2) + 1


def call(function, *arguments):
    return function(*arguments) + divide([1, 2])


名字 = {'甲': [1, 2]}
print('甲', 名字['甲'])
try:
    call(len, [1])
except ZeroDivisionError as error:
    raise KeyError(名字['甲'][1]) from error
