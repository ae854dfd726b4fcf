name, width, value = "Ada", 10, 3.14159
print(f'{name}', F"{name!r}", f'{name!s:>{width}}|', fr'\d{name}', f'{{{name}}}', f'{name!a:*^9}')
print(f'{value:.{2}f} {value:{width}.{3}} {value!r:>8.4}')
print(f'{name=} {value = :.1f} {1 + 2=} {name=!s}')
print(f"{'nested ' + name} {', '.join(f'{n:02}' for n in range(3))}")
print(f'''{
    name
} and {"x" if value else "y"} {(lambda x: x * 2)(4)} {{}}''')
print(f'{ {"a": 1}["a"] } {[1, 2][0]} {width:#x} {width!r:}')
print('plain' f' {name} ' "plain" f"{name}")
print(f'{"中":>4}|{name[::-1]}|{name.upper()}|{width,}|{*range(2), 5}')
