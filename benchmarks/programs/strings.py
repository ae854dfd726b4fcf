# string mix: +, upper, %, format, split, join
def work(n):
    total = 0
    for i in range(n):
        text = 'name-' + str(i)
        text = text.upper() + '%d:%s' % (i, text)
        parts = text.split('-')
        total += len('/'.join(parts)) + len('{:>8}|{}'.format(i, parts[0]))
        total += len(f'{i:05d} {text!r}')
    return total


work(200_000)
