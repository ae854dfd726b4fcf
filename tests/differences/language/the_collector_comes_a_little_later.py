# gilsim: automatic collections come up to a millisecond of virtual time after their threshold; `gc.get_count` shows more until then
# cpython: the allocation that passes the threshold collects at once (from 3.12 on: at the next switch point)
# why: collections happen where time is looked at, so that allocating stays cheap; what is collected in the end is the same
import gc

gc.collect()
gc.set_threshold(50)
kept, most = [], 0
for _ in range(5000):
    kept.append([])
    most = max(most, gc.get_count()[0])
print(most > 100)
# gilsim prints:
# True
# cpython prints:
# False
