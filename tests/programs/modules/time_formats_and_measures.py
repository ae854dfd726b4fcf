import time
t = time.gmtime(0)
print(t.tm_year, t[:6], time.strftime("%Y-%m-%d %H:%M:%S", t), time.asctime(t), time.mktime(t) is not None, t.tm_wday,
      t.tm_yday, time.strftime("%a %b %d %j %%", t), tuple(t), time.struct_time(range(9)))
a = time.perf_counter()
time.sleep(0.002)
b = time.perf_counter()
print(0.002 <= b - a, isinstance(time.time_ns(), int), time.monotonic() <= time.monotonic(), time.process_time() >= 0,
      time.get_clock_info("monotonic").monotonic, time.thread_time() >= 0)
for bad in (lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.strftime(5)):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
