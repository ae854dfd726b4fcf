import sys
import time

for clock in "time", "monotonic", "perf_counter", "process_time", "thread_time", "sun":
    try:
        print(time.get_clock_info(clock))
    except ValueError as error:
        print(error)
print(sys.api_version, sys.base_prefix, sys.exec_prefix, sys.platlibdir, sys.float_repr_style, repr(sys.abiflags))
print(sys.getprofile())
