# Addresses of code objects are not compared.
import dis

def f(x, *a, k=1):
    try:
        for i in range(x):
            if i % 2 and i is not None:
                print(i, x.y, sep="")
            else:
                continue
        with open(x) as g:
            return [v + k for v in a]
    except (ValueError, TypeError) as e:
        raise
    finally:
        x[0] += 1

class C:
    def m(self): return super().m
    x = 5

dis.dis(f)
dis.dis("a = b\nc = a.d(1)(2)\nimport q.r as s\nprint(f'{a!r:>5}')\n")
dis.dis(lambda: (yield 1), show_caches=True)
dis.dis(C)
dis.dis(compile("if x:\n" + "    y = z.w(1, k=2)\n" * 40 + "while a < b: pass\nelse: del c\n", "<long>", "exec"))
dis.dis(compile("\n".join(f"n{i} = {i}.5" for i in range(300)) + "\nfor n299 in n298: n297()", "<many>", "exec"))
print(dis.code_info(f).replace(__file__, "FILE"))
for instruction in dis.get_instructions(C.m):
    print(instruction)
print([i.opname for i in dis.Bytecode("a[b] = c")], dis.opmap["CALL"], dis.opname[100], dis.HAVE_ARGUMENT)
try:
    1 / 0 + f
except ZeroDivisionError as error:
    dis.distb(error.__traceback__)
    print(dis.Bytecode.from_traceback(error.__traceback__).current_offset)
try:
    dis.dis(5)
except TypeError as error:
    print(error)
