# /// script
# requires-python = ">=3.9"
#
# [tool.gilsim]
# title = { en = "Computing in threads", zh = "用线程计算" }
# goal.en = "You can say why a second core does not help threads that compute."
# goal.zh = "能说明为什么第二个核心帮不了做计算的线程。"
#
# [[tool.gilsim.runs]]
# name = "one core"
# cores = 1
#
# [[tool.gilsim.runs]]
# name = "two cores"
# cores = 2
#
# [[tool.gilsim.expect]]
# contains = "in two threads: "
#
# [[tool.gilsim.expect]]  # the second core shortens nothing
# run = "two cores"
# measure = "wall"
# over = "one core"
# between = [0.98, 1.06]
#
# [[tool.gilsim.expect]]
# run = "two cores"
# measure = "gil_wait_share"
# between = [0.2, 0.4]
#
# [[tool.gilsim.expect]]  # they take turns
# run = "two cores"
# measure = "forced_switches"
# at_least = 20
#
# [[tool.gilsim.predictions]]
# ask.en = "The program counts down twice one after the other, then in two threads. On two cores, which is faster?"
# ask.zh = "程序先依次倒数两遍，再用两个线程倒数。在两个核心上，哪一种更快？"
# answer.en = "Neither. Only the thread that holds the GIL runs Python code, so two threads take turns on the work of one."
# answer.zh = "一样快。只有持有 GIL 的线程才能执行 Python 代码，两个线程只是轮流做本可以由一个线程做完的工作。"
#
# [[tool.gilsim.predictions]]
# ask.en = "And on one core?"
# ask.zh = "在一个核心上呢？"
# answer.en = "Almost the same again: the second core of the other run had nothing to do that it was allowed to do."
# answer.zh = "几乎还是一样：在另一次运行中，第二个核心并没有可以做的事。"
#
# [[tool.gilsim.questions]]
# ask.en = "A thread that waits asks for the GIL after the switch interval, 5 ms. Where does the timeline show that?"
# ask.zh = "等待的线程在切换间隔（5 毫秒）之后请求 GIL。时间线的哪里能看到这一点？"
# answer.en = "In the rows of the two counters: R and g alternate, and where one runs, the other waits for the GIL."
# answer.zh = "在两个 counter 的行里：R 和 g 交替出现，一个运行时另一个在等待 GIL。"
# ///

# %% [markdown] lang="en"
# CPython lets one thread at a time execute Python code: the one that holds the *global interpreter lock*, the GIL.
# A thread that computes has no reason to let it go. It is made to: a thread that waits for the GIL asks for it after
# 5 ms, and the holder then gives it up at the next place where it may.

# %% [markdown] lang="zh"
# CPython 同一时刻只让一个线程执行 Python 代码，即持有*全局解释器锁*（GIL）的那个线程。
# 做计算的线程自己没有理由交出它，而是被迫交出：等待 GIL 的线程在 5 毫秒后提出请求，
# 持有者便在下一个允许切换的位置交出它。

# %%
"""Two threads that compute. On two cores they take as long as one after the other: only the holder of the GIL runs."""
import threading
import time


def count_down(n):
    while n > 0:
        n -= 1


start = time.perf_counter()
count_down(2_000_000)
count_down(2_000_000)
print(f"one after the other: {time.perf_counter() - start:.2f} s")

threads = [threading.Thread(target=count_down, args=(2_000_000,), name=f"counter {i}") for i in (1, 2)]
start = time.perf_counter()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"in two threads:      {time.perf_counter() - start:.2f} s")
