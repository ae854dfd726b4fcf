# comment first

if a:
	tab
	if b:
		two
if a:
        eight
        if b: pass
	# comment with other indentation
        nine
   # odd comment

def f(): # comment
    # comment


    x = 1 # comment

  # dedented comment
    y = 2
x = 1 + \
    2
if a and \
   b: pass
x = (1 +
# comment inside
     2

     + 3)
x = [
    1, 2,
    3,
]
f(a,
  b=(
c), d
=e)
if True: a; b; c
class A: x = 1; y = 2
   
	
if a:
    if b:
        if c:
            pass
d
if a:
    x
else:
    if b:
        y
z = '''
  not indented
'''; w = 1
if a: pass
# last comment without newline
