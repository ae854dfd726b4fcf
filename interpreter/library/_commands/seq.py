"""seq: writes numbers one below the other."""

from _commands._streams import Failure, Lines


def main(words):
    separator = '\n'
    words = words[1:]
    if words[:1] == ['-s'] and len(words) > 1:
        separator, words = words[1], words[2:]
    if not words:
        raise Failure("missing operand\nTry 'seq --help' for more information.")
    if len(words) > 3:
        raise Failure(f"extra operand \u2018{words[3]}\u2019\nTry 'seq --help' for more information.")
    first, step, last = {1: ['1', '1', *words], 2: [words[0], '1', *words[1:]], 3: words}[len(words)]
    digits = max(len(word.partition('.')[2]) for word in (first, step))
    first, step, last = map(_number, (first, step, last))
    if step == 0:
        raise Failure(f"invalid Zero increment value: \u2018{words[1]}\u2019\nTry 'seq --help' for more information.")
    output = Lines()
    count = int((last - first) / step + 1e-9) + 1 if (last - first) * step >= 0 else 0
    for i in range(count):
        text = f'{first + i * step:.{digits}f}'
        output.write((text + (separator if i < count - 1 else '\n')).encode())
    output.flush()
    return 0


def _number(word):
    try:
        return float(word) if '.' in word else int(word)
    except ValueError:
        raise Failure(f"invalid floating point argument: \u2018{word}\u2019\nTry 'seq --help' for more information.") from None
