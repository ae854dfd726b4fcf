# Around each power of ten, in each way of printing.
for power in range(25):
    for near in (-1, 0, 1):
        for sign in (1, -1):
            number = sign * (10 ** power + near)
            print(number, str(number), repr([number]), f'{number}', '%d|%s|%5d' % (number, number, number), '{}'.format(number))

for number in (0, 7, -7, 12345, -12345, 10 ** 15, -(10 ** 15), 2 ** 62 - 1, -2 ** 62, 2 ** 70):
    for align in ('', '<', '>', '^', '=', '*<', '0>', '_^', 'x=', 'é>', '中='):
        for width in ('', '0', '1', '5', '05', '8', '016', '63', '64', '65'):
            for kind in ('', 'd', 'n'):
                spec = align + width + kind
                text = format(number, spec)
                assert text == ('{:%s}' % spec).format(number) == ('{:{}}').format(number, spec) == f'{number:{spec}}'
                print(spec, text)

for spec in ('d\0', 'd\0\0'):
    format(5, 'd'), format(5, '5'), format(5, '>8')
    try:
        print(repr(format(5, spec)))
    except ValueError as error:
        print(ascii(str(error)))
