# exit: 1
class Own(Exception):
    def __str__(self): return "in its own words"
error = Own("ignored")
error.add_note("Try again.")
error.add_note("Or\n  do not.")
error.__notes__.append(5)
raise error
