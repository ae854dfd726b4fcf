#!/usr/bin/env python3
"""Time and memory of many tasks and threads under gilsim and under Debian's python3: microseconds of CPU and octets for
each, start-up subtracted. What is linear has the same figures in every row.

    benchmarks/scaling.py [--gilsim PATH] [--python /usr/bin/python3]
"""
import argparse
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

TASKS = """
import asyncio

async def main():
    await asyncio.gather(*(asyncio.create_task(asyncio.sleep(0)) for _ in range({count})))

asyncio.run(main())
"""
QUEUE = """
import queue, threading
q = queue.Queue()
consumer = threading.Thread(target=lambda: [q.get() for _ in range({count})])
consumer.start()
for i in range({count}):
    q.put(i)
consumer.join()
"""
PROGRAMS = {"tasks that sleep(0)": (TASKS, (10_000, 100_000, 1_000_000)), "items through a queue": (QUEUE, (10_000, 100_000, 1_000_000))}


def measure(command):
    """Seconds of CPU and octets of memory at most."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def cost(runner, text, count, path):
    """Microseconds and octets for one of `count`."""
    path.write_text(text.format(count=1))
    seconds_once, memory_once = measure([*runner, str(path)])
    path.write_text(text.format(count=count))
    seconds, memory = measure([*runner, str(path)])
    return (seconds - seconds_once) / count * 1e6, (memory - memory_once) / count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gilsim", default=str(ROOT / "build" / "release" / "app" / "gilsim"))
    parser.add_argument("--python", default="/usr/bin/python3")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "program.py")
        for name, (text, counts) in PROGRAMS.items():
            print(f"{name}\n{'count':>9} {'times as fast':>13} {'memory ratio':>12}  gilsim us, octets   python us, octets")
            for count in counts:
                ours, theirs = (cost(runner, text, count, path) for runner in ([options.gilsim, "run", "-q"], [options.python]))
                print(f"{count:9} {theirs[0] / ours[0]:13.1f} {ours[1] / max(theirs[1], 1):12.2f} {ours[0]:10.2f} {ours[1]:7.0f} {theirs[0]:10.2f} {theirs[1]:8.0f}",
                      flush=True)


if __name__ == "__main__":
    main()
