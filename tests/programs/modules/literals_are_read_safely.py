# The values are CPython's; of errors only the kind, for their words name objects that there are none of.
import ast

CASES = r"""1|-1|+1|- 1|--1|1.5e3|0x1F|1_000|.5|5.|1j|1+2j|1-2j|-1+2j|1+2|2j+1|True|None|"a"|'a' 'b'|b"x"|"a" b"c"|r"\n"|(1)|(1,)|()
1,2|1,|[]|[1,]|[1,[2,(3,)]]|{}|{1}|{1,2,}|{1:2}|{"a":[1,{"b":None}],}|set()|set( )|...|x|f(1)|a.b|a[0]|[x for x in y]|1 if 2 else 3
1<2|1 and 2|not 1|lambda: 1|f"x"|{**a}|[*a]|"a"+"b"|"a"*2|-"a"|-True|~1|1+True|{1:2,3:4}|{[]:1}| 1|1 # c|[1, -2, 3.5, "x", None]
"\u00e9\N{BULLET}"|'it\'s'|01|1__0|"abc|(1|a b|1 2|{"a":1,"b"}|1+-2j|[1,2][0]|"a".upper()|1e400|-(1)|-(2j)|(1)+2j|u"x"|bR"\x"|2"""

for case in CASES.replace('\n', '|').split('|') + ['[1,\n 2] # two lines', '(1\n+2j)', '', 5, None]:
    try:
        print(repr(case), '->', repr(ast.literal_eval(case)))
    except Exception as error:
        print(repr(case), '->', type(error).__name__)
