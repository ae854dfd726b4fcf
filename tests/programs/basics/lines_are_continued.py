total = 1 + \
    2 + \
  3
print(total)
value = (1 +
         # a comment inside
         2)
names = [
    "a",  # first

    "b",
]
print(value, names, "implicit"
      " concatenation"
      ''' of many
lines''')
if (total > 5 and
        value):
    print("condition")
assert total == 6, \
    "never"
