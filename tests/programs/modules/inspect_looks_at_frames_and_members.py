import inspect
def caller_name(): return inspect.currentframe().f_back.f_code.co_name
def outer(): return caller_name(), [f.function for f in inspect.stack()][:3]
print(outer())
class Base:
    x = 1
    def method(self): "Says."
class C(Base):
    @property
    def p(self): return 5
    def own(self):
        """First.

            Indented.
        """
print([n for n, v in inspect.getmembers(C()) if n[0] != "_"], [n for n, v in inspect.getmembers(C, inspect.isfunction)],
      inspect.getdoc(C.own), inspect.getmro(C), inspect.isabstract(C), inspect.isbuiltin(len))
def documented():
    # a comment
    return 1
print(inspect.getsource(documented), inspect.getsourcelines(documented)[1], inspect.cleandoc("  a\n    b\n  c"))
def gen(): yield
print(inspect.isgenerator(gen()), inspect.isgeneratorfunction(gen), inspect.isroutine(len), inspect.ismodule(inspect))
