# /// script
# requires-python = ">=3.9"
#
# [tool.gilsim]
# title = { en = "Coroutines beside threads", zh = "协程与线程" }
# goal.en = "You can say what coroutines have in common with threads, and what they save."
# goal.zh = "能说明协程与线程的共同点，以及协程节省了什么。"
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
# sequential: 2.0 s
# threads:    0.1 s
# coroutines: 0.1 s"""
#
# [[tool.gilsim.expect]]
# run = "four cores"
# measure = "wall"
# over = "one core"
# between = [0.98, 1.02]
#
# [[tool.gilsim.expect]]  # twenty threads of one part, none of the others
# run = "one core"
# measure = "threads"
# between = [21, 21]
#
# [[tool.gilsim.predictions]]
# ask.en = "Twenty waits of 0.1 s: how long one after the other, in twenty threads, in twenty coroutines?"
# ask.zh = "二十次各 0.1 秒的等待：依次进行、用二十个线程、用二十个协程，各要多久？"
# answer.en = "2 s, 0.1 s and 0.1 s. Threads and coroutines both wait at the same time."
# answer.zh = "2 秒、0.1 秒、0.1 秒。线程和协程都能同时等待。"
#
# [[tool.gilsim.predictions]]
# ask.en = "How many operating system threads does each part start?"
# ask.zh = "每一部分各启动多少个操作系统线程？"
# answer.en = "None, twenty, none: all coroutines share the thread that runs the event loop."
# answer.zh = "零个、二十个、零个：所有协程共用运行事件循环的那个线程。"
#
# [[tool.gilsim.questions]]
# ask.en = "`gilsim matrix` shows the three parts beside each other. Which one needs the least CPU time, and why?"
# ask.zh = "`gilsim matrix` 把三个部分并排显示。哪一个所需的 CPU 时间最少？为什么？"
# answer.en = "The sequential one: it starts nothing and switches nothing. Coroutines have the event loop to pay for, which `asyncio` also has to import; threads have the operating system."
# answer.zh = "依次进行的那个：它什么都不启动，也不切换。协程要为事件循环付出代价（还要导入 `asyncio`），线程则要为操作系统付出代价。"
# ///

# %% [markdown] lang="en"
# A coroutine gives up control only where it says `await`. An *event loop* then goes on with another one whose time has
# come. All of that happens in one thread: no core and no GIL is switched, and a coroutine costs a small object where a
# thread costs a stack.

# %% [markdown] lang="zh"
# 协程只在写有 `await` 的地方让出控制，*事件循环*随后继续执行时间已到的另一个协程。
# 这一切都在一个线程里发生：不切换核心，也不切换 GIL；一个协程只是一个小对象，而一个线程要占用一个栈。

# %%
import asyncio
import threading
import time

WAITS = 20


def sequential():
    for _ in range(WAITS):
        time.sleep(0.1)


def threads():
    waiters = [threading.Thread(target=time.sleep, args=(0.1,), name=f"waiter {i}") for i in range(WAITS)]
    for waiter in waiters:
        waiter.start()
    for waiter in waiters:
        waiter.join()


async def coroutines():
    await asyncio.gather(*(asyncio.sleep(0.1) for _ in range(WAITS)))


def duration(function):
    start = time.perf_counter()
    function()
    return f"{time.perf_counter() - start:.1f} s"


if __name__ == "__main__":
    print("sequential:", duration(sequential))
    print("threads:   ", duration(threads))
    print("coroutines:", duration(lambda: asyncio.run(coroutines())))
