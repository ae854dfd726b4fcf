match = [1, 2]
case = "case"
_ = 5
print(match[0], case, _, match)
match[0] = 9
match: list = match
print(match, match [1], [m for m in match])
def match(case): return case * 2
print(match(3))
match (4):
    case 4: print("statement")
match _:
    case _: print("wildcard binds nothing", _)
match -1, 2:
    case x, y: print(x, y)
match [], :
    case [[]]: print("tuple of an empty list")
type = 3; soft = type
print(soft)
