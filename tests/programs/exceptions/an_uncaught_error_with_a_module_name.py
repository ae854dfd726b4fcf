# exit: 1
import json, sys
class Deep:
    class Error(Exception): pass
try:
    json.loads("{bad")
except json.JSONDecodeError as error:
    print(error, error.lineno, error.colno, error.pos)
raise Deep.Error("one", 2)
