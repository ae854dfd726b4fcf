f''; f'a'; f'{a}'; F"{a}"; fr'\d{a}'; Rf"{a}\n"
f'{a}b{c}'; f'{{}}'; f'{{{a}}}'; f'{a!r}{b!s}{c!a}'; f'{a:>10}'; f'{a!r:^{width}.{prec}}'; f'{a:}'
f'{a=}'; f'{a = }'; f'{a=!s}'; f'{a=:>5}'; f'{ a.b(c)  =  !r:x}'; f'x{a=}y{b=}'
f'{a, b}'; f'{*a, b}'; f'{a if b else c}'; f'{(lambda x: x)(1)}'; f'{ {1: 2}[1] }'; f'{[x for x in y]}'; f'{x for x in y}'
f'{yield_}'; f'{a["b"]}'; f"{a['b']}"; f'{a!=b}'; f'{a==b}'; f'{a<=b}'; f'{a>=b}'; f'{a<b}'; f'{a>b:>3}'; f'{(a:=1)}'
'a' f'{b}' 'c'; f'{a}' f'{b}'; 'a' 'b' f'c'; f'a' 'b'; u'a' f'{b}'
f'\n{a}\t{{'; f'\{a}'; f'\\{a}'; f'中{文}字'; f'{a:中{文}字}'; f'é{é!r:é}'
f'''{
a
+ b
}'''
f"""
{a} x
  {b:
>10} {c}
"""
x = (f"a {b}"
     f"c {d:>{e}}"
     "f")
f'{a:{b}{c}}'; f'{a:%Y-%m-%d}'; f"{a:{'>'}10}"; f'{3.4:10}'; f"{'a' 'b'}"; f"{f'{x}'}"; f"{f'{y:{z}}':>{w}}"
f'{a[b:c]}'; f'{a(b=c)}'; f'{a!r}' ':'; f"{x:a!r}"; f'{lambda_}'; f'{not a}'; f'{-a}'; f'{await_}'
def f():
    f'{yield}'
    f'{yield a, b}'
async def g():
    f'{await x}'
f'{   a   }'; f'{a   !r}'; f'{a:  }'
print(f"线程 {name} 计数={count:>5d}", end='')
