# /// script
# requires-python = ">=3.9"
#
# [tool.gilsim]
# title = { en = "Computing in processes", zh = "用进程计算" }
# goal.en = "You can say why processes help work that computes, and what they cost."
# goal.zh = "能说明为什么进程有助于计算工作，以及进程的代价。"
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
# run = "four cores"
# output = """
# sequential: 0.4 s
# threads:    0.4 s
# processes:  0.1 s"""
#
# [[tool.gilsim.expect]]  # only the third part gains from the cores
# run = "four cores"
# measure = "wall"
# over = "one core"
# between = [0.7, 0.8]
#
# [[tool.gilsim.expect]]  # the main thread, four threads, four processes
# run = "one core"
# measure = "threads"
# between = [9, 9]
#
# [[tool.gilsim.expect]]
# run = "four cores"
# measure = "start_up"
# between = [0.001, 0.05]
#
# [[tool.gilsim.predictions]]
# ask.en = "Four countdowns on four cores: one after the other, in four threads, in four processes. Which is the fastest, and by how much?"
# ask.zh = "在四个核心上做四次倒数：依次进行、用四个线程、用四个进程。哪一种最快？快多少？"
# answer.en = "The processes, nearly four times. Each process has an interpreter and a GIL of its own, so all four compute at the same time."
# answer.zh = "进程最快，接近四倍。每个进程都有自己的解释器和自己的 GIL，所以四个可以同时计算。"
#
# [[tool.gilsim.predictions]]
# ask.en = "And on one core?"
# ask.zh = "在一个核心上呢？"
# answer.en = "All three take the same time, the processes a little more: starting them costs some milliseconds."
# answer.zh = "三种用时相同，进程稍多一点：启动进程要花几毫秒。"
#
# [[tool.gilsim.questions]]
# ask.en = "The countdowns are made ten times shorter. From where on are processes not worth it? `gilsim matrix` shows what starting costs."
# ask.zh = "把倒数缩短到十分之一。从什么时候起用进程就不划算了？`gilsim matrix` 会显示启动的代价。"
# answer.en = "When the work of one is not much more than its start, about 4 ms when it is forked, and many times as much when it is spawned as a new interpreter."
# answer.zh = "当一个进程的工作不比它的启动多多少时：用 fork 启动大约 4 毫秒，用 spawn 启动一个新的解释器则是它的许多倍。"
# ///

# %% [markdown] lang="en"
# A process has memory, an interpreter and a GIL of its own. Processes therefore compute in parallel, as many as there are
# cores. In return they share nothing: what one has to tell another is pickled, written to a pipe, read and unpickled.

# %% [markdown] lang="zh"
# 每个进程都有自己的内存、自己的解释器和自己的 GIL。因此有多少核心，就有多少进程能并行计算。
# 作为代价，它们什么都不共享：一个进程要告诉另一个进程的内容，必须先序列化、写入管道，再读出并还原。

# %%
import multiprocessing
import threading
import time

WORKERS = 4


def count_down(n=2_500_000):
    while n > 0:
        n -= 1


def sequential():
    for _ in range(WORKERS):
        count_down()


def threads():
    finish([threading.Thread(target=count_down, name=f"counter {i}") for i in range(WORKERS)])


def processes():
    finish([multiprocessing.Process(target=count_down, name=f"counter {i}") for i in range(WORKERS)])


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
