class Base:
    def name(self):
        return "Base"

class Left(Base):
    def name(self):
        return "Left>" + super().name()

class Right(Base):
    def name(self):
        return "Right>" + super().name()

class Both(Left, Right):
    def name(self):
        return "Both>" + super().name()

print(Both().name())
print([c.__name__ for c in Both.__mro__])
