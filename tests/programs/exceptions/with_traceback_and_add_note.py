import traceback
def fail(): raise ValueError("it failed")
try:
    fail()
except ValueError as error:
    caught = error
print(caught.__traceback__.tb_frame.f_code.co_name, caught.__traceback__.tb_next.tb_frame.f_code.co_name,
      caught.__traceback__.tb_lineno)
caught.add_note("first note")
caught.add_note("second\nnote")
print(caught.__notes__)
try:
    raise caught.with_traceback(None)
except ValueError as error:
    print(error is caught, traceback.format_exc())
try:
    caught.add_note(5)
except TypeError as error:
    print(error)
try:
    caught.__traceback__ = 5
except TypeError as error:
    print(error)
