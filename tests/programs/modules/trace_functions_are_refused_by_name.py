# not-python
# exit: 2
# stderr-contains: Unsupported: 'sys.settrace' is not available in gilsim
# stderr-contains: Unsupported: 'threading.setprofile' is not available in gilsim
import sys
import threading

print('never printed')
sys.settrace(lambda *event: None)
threading.setprofile(None)
