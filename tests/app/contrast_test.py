"""What gilsim is for: the same work done one after the other, by threads, processes and coroutines: contrast_test.py GILSIM.

The programs measure themselves in virtual time; the bands say what may add to the ideal ratio.
"""
import json
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import command_line

CONTRAST = """\
import asyncio, hashlib, json, multiprocessing, random, threading, time

def timed(function, *args):
    start = time.perf_counter()
    function(*args)
    return time.perf_counter() - start

def at_once(kind, work, *args, count=2):
    workers = [kind(target=work, args=args) for _ in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
"""
COMPUTING = CONTRAST + """
def count(n):
    while n:
        n -= 1

N = 10_000_000
once = timed(count, N)
print(json.dumps({"threads": timed(at_once, threading.Thread, count, N) / (2 * once),
                  "processes": timed(at_once, multiprocessing.Process, count, N) / (2 * once)}))
"""
WAITING = CONTRAST + """
async def coroutines():
    await asyncio.gather(*(asyncio.sleep(1) for _ in range(10)))

print(json.dumps({"threads": timed(lambda: at_once(threading.Thread, time.sleep, 1, count=10)),
                  "processes": timed(lambda: at_once(multiprocessing.Process, time.sleep, 1, count=10)),
                  "coroutines": timed(lambda: asyncio.run(coroutines()))}))
"""
HASHING = CONTRAST + """
data = bytes(20_000_000)
hashing = lambda: hashlib.sha256(data).digest()
once = timed(hashing)
print(json.dumps({"threads": timed(at_once, threading.Thread, hashing) / (2 * once)}))
"""
BLOCKING = CONTRAST + """
gaps = []

async def tick():
    while True:
        start = time.perf_counter()
        await asyncio.sleep(0.01)
        gaps.append(time.perf_counter() - start)

async def main():
    tickers = [asyncio.create_task(tick()) for _ in range(3)]
    await asyncio.sleep(0.1)
    time.sleep(0.3)
    await asyncio.sleep(0.1)

asyncio.run(main())
print(json.dumps({"longest": sorted(gaps)[-3:], "usual": sorted(gaps)[len(gaps) // 2]}))
"""
SORTING = CONTRAST + """
numbers = [random.random() for _ in range(600_000)]
gaps, done = [], False

def tick():
    while not done:
        gaps.append(timed(time.sleep, 0.01))

tickers = [threading.Thread(target=tick) for _ in range(3)]
for ticker in tickers:
    ticker.start()
time.sleep(0.1)
sorting = timed(numbers.sort)
time.sleep(0.1)
done = True
print(json.dumps({"sorting": sorting, "longest": sorted(gaps)[-3:]}))
"""


class ContrastTest(command_line.CommandTest):
    def measured(self, program):
        self.write("contrast.py", program)
        done = self.gilsim("run", "-q", "--cores", "2", "contrast.py")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return json.loads(done.stdout)

    def assert_between(self, low, value, high):
        self.assertTrue(low <= value <= high, f"{value} is not between {low} and {high}")

    def test_computing_pays_in_processes_only(self):
        ratios = self.measured(COMPUTING)
        self.assert_between(0.99, ratios["threads"], 1.05)  # hand-overs of the GIL every 5 ms: well below 5 %
        self.assert_between(0.5, ratios["processes"], 0.55)  # and a few ms of start-up on some 300 ms

    def test_waiting_overlaps_in_all_three(self):
        for kind, seconds in self.measured(WAITING).items():
            with self.subTest(kind):
                self.assert_between(1, seconds, 1.1)  # ten starts of processes are some 40 ms

    def test_hashing_lets_the_gil_go(self):
        self.assert_between(0.5, self.measured(HASHING)["threads"], 0.6)  # starts and joins are all there is to add

    def test_a_blocking_call_in_a_coroutine_delays_all_others(self):
        gaps = self.measured(BLOCKING)
        for gap in gaps["longest"]:  # one of each task: its timer may have had up to 10 ms to go when the call began
            self.assert_between(0.29, gap, 0.32)
        self.assert_between(0.01, gaps["usual"], 0.011)

    def test_sorting_keeps_the_gil_for_its_whole_length(self):
        found = self.measured(SORTING)
        for gap in found["longest"]:  # as above, and up to a switch interval for each of the other threads afterwards
            self.assert_between(found["sorting"] - 0.01, gap, found["sorting"] + 0.02)
        self.assertGreater(found["sorting"], 0.1)  # 600,000 * 19 comparisons of floats


if __name__ == "__main__":
    unittest.main()
