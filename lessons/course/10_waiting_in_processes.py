# /// script
# requires-python = ">=3.9"
#
# [tool.gilsim]
# title = { en = "Waiting in processes", zh = "用进程等待" }
# goal.en = "You can say why programs that mostly wait gain nothing from processes."
# goal.zh = "能说明为什么主要在等待的程序不会从进程中得到好处。"
#
# [[tool.gilsim.runs]]
# name = "one core"
# cores = 1
#
# [[tool.gilsim.runs]]
# name = "four cores"
# cores = 4
#
# [[tool.gilsim.expect]]
# output = """
# sequential: 1.0 s
# threads:    0.1 s
# processes:  0.1 s
# coroutines: 0.1 s"""
#
# [[tool.gilsim.expect]]
# run = "four cores"
# measure = "wall"
# over = "one core"
# between = [0.97, 1.02]
#
# [[tool.gilsim.expect]]
# run = "one core"
# measure = "start_up"
# at_least = 0.005
#
# [[tool.gilsim.predictions]]
# ask.en = "Ten waits of 0.1 s: how long one after the other, in ten threads, in ten processes, in ten coroutines?"
# ask.zh = "十次各 0.1 秒的等待：依次进行、用十个线程、用十个进程、用十个协程，各要多久？"
# answer.en = "1 s, and three times 0.1 s. Waiting needs neither the GIL nor a core, so a GIL of one's own is no help."
# answer.zh = "1 秒，其余三种都是 0.1 秒。等待既不需要 GIL 也不需要核心，所以拥有自己的 GIL 并没有帮助。"
#
# [[tool.gilsim.questions]]
# ask.en = "Compare threads and processes in `gilsim matrix`. What do the processes pay that the threads do not?"
# ask.zh = "在 `gilsim matrix` 中比较线程和进程。进程付出了哪些线程不用付的代价？"
# answer.en = "Their start, some milliseconds of CPU time each, and memory of their own. Results would also have to be pickled."
# answer.zh = "启动的代价（每个要几毫秒的 CPU 时间），以及各自的内存。若有结果，还必须序列化。"
# ///

# %% [markdown] lang="en"
# A process is the larger tool: it waits as well as a thread does, but its start costs some thirty times as much. For
# programs that mostly wait, threads or coroutines are enough.

# %% [markdown] lang="zh"
# 进程是更重的工具：它等待的效果与线程一样，启动的代价却是线程的约三十倍。
# 对主要在等待的程序来说，线程或协程就够了。

# %%
import asyncio
import multiprocessing
import threading
import time

WAITS = 10


def sequential():
    for _ in range(WAITS):
        time.sleep(0.1)


def threads():
    finish([threading.Thread(target=time.sleep, args=(0.1,), name=f"waiter {i}") for i in range(WAITS)])


def processes():
    finish([multiprocessing.Process(target=time.sleep, args=(0.1,), name=f"waiter {i}") for i in range(WAITS)])


async def coroutines():
    await asyncio.gather(*(asyncio.sleep(0.1) for _ in range(WAITS)))


def finish(workers):
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def duration(function):
    start = time.perf_counter()
    function()
    return f"{time.perf_counter() - start:.1f} s"


if __name__ == "__main__":
    print("sequential:", duration(sequential))
    print("threads:   ", duration(threads))
    print("processes: ", duration(processes))
    print("coroutines:", duration(lambda: asyncio.run(coroutines())))
