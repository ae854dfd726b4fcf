# /// script
# requires-python = ">=3.9"
#
# [tool.gilsim]
# title = { en = "A blocking call in a coroutine", zh = "协程中的阻塞调用" }
# goal.en = "You can find the call that stops an event loop, and know what to do about it."
# goal.zh = "能找出让事件循环停住的调用，并知道如何处理。"
#
# [[tool.gilsim.runs]]
# name = "two cores"
# cores = 2
#
# [[tool.gilsim.runs]]
# name = "eight cores"
# cores = 8
#
# [[tool.gilsim.expect]]
# output = """
# await asyncio.sleep:      5 waits of 0.2 s take 0.2 s
# time.sleep:               5 waits of 0.2 s take 1.0 s
# await asyncio.to_thread:  5 waits of 0.2 s take 0.2 s"""
#
# [[tool.gilsim.expect]]
# run = "eight cores"
# measure = "wall"
# over = "two cores"
# between = [0.98, 1.02]
#
# [[tool.gilsim.expect]]  # the loop's thread slept where it should have gone on: 5 x 0.2 s, and 5 threads for 0.2 s
# run = "two cores"
# measure = "sleep"
# between = [1.99, 2.05]
#
# [[tool.gilsim.predictions]]
# ask.en = "Five coroutines wait 0.2 s each, with `asyncio.sleep`, then with `time.sleep`. How long does each take?"
# ask.zh = "五个协程各等待 0.2 秒，先用 `asyncio.sleep`，再用 `time.sleep`。各要多久？"
# answer.en = "0.2 s and 1 s. `time.sleep` blocks the thread, and with it the loop and all other coroutines."
# answer.zh = "0.2 秒和 1 秒。`time.sleep` 阻塞线程，也就阻塞了事件循环和所有其他协程。"
#
# [[tool.gilsim.predictions]]
# ask.en = "Would more cores help?"
# ask.zh = "更多核心有帮助吗？"
# answer.en = "No: there is one thread, and it sleeps."
# answer.zh = "没有：只有一个线程，而它在睡眠。"
#
# [[tool.gilsim.questions]]
# ask.en = "What else than `time.sleep` would stop the loop like this?"
# ask.zh = "除了 `time.sleep`，还有什么会这样让事件循环停住？"
# answer.en = "Everything that does not await: reading a file, `input()`, taking a lock of `threading`, a long computation. `asyncio.to_thread` moves it into a thread; for a long computation only the GIL is then shared."
# answer.zh = "一切不 await 的操作：读文件、`input()`、获取 `threading` 的锁、长时间计算。`asyncio.to_thread` 把它移到线程中；长时间计算移过去后仍要共用 GIL。"
# ///

# %% [markdown] lang="en"
# The event loop runs in the thread of its coroutines. While one of them calls something that blocks, no other can go on.

# %% [markdown] lang="zh"
# 事件循环与它的协程在同一个线程里运行。其中一个调用了会阻塞的东西时，其他协程都无法继续。

# %%
import asyncio
import time


async def waits():
    await asyncio.sleep(0.2)


async def blocks():
    time.sleep(0.2)


async def asks_a_thread():
    await asyncio.to_thread(time.sleep, 0.2)


async def five_of(coroutine, label):
    start = time.perf_counter()
    await asyncio.gather(*(coroutine() for _ in range(5)))
    print(f"{label + ':':25} 5 waits of 0.2 s take {time.perf_counter() - start:.1f} s")


async def main():
    await five_of(waits, "await asyncio.sleep")
    await five_of(blocks, "time.sleep")
    await five_of(asks_a_thread, "await asyncio.to_thread")


asyncio.run(main())
