import dis

for name in ('hascompare', 'hasconst', 'hasfree', 'hasjabs', 'hasjrel', 'haslocal', 'hasname', 'hasnargs'):
    print(name, sorted(dis.opname[number] for number in getattr(dis, name)))
for name, number in sorted(dis.opmap.items()):
    takes = number >= dis.HAVE_ARGUMENT
    print(name, [dis.stack_effect(number, argument if takes else None, jump=jump) for argument in ((0, 1, 2, 3) if takes else (0,))
                 for jump in (None, True, False)])
for arguments in ((1, 2), (100,), (255, 0), (255,), (9, 1)):
    try:
        print(dis.stack_effect(*arguments))
    except ValueError as error:
        print(error)
