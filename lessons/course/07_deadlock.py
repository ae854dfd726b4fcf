# /// script
# requires-python = ">=3.9"
#
# [tool.gilsim]
# title = { en = "A deadlock", zh = "死锁" }
# goal.en = "You can read from a deadlock's report who waits for whom, and know the rule that prevents it."
# goal.zh = "能从死锁报告中读出谁在等谁，并知道避免死锁的规则。"
#
# [[tool.gilsim.runs]]
# name = "two cores"
# cores = 2
#
# [[tool.gilsim.runs]]
# name = "one core"
# cores = 1
#
# [[tool.gilsim.expect]]
# outcome = "deadlock"
#
# [[tool.gilsim.expect]]
# output = """
# Li has the first lock
# Wang has the second lock"""
#
# [[tool.gilsim.expect]]
# run = "two cores"
# measure = "threads"
# between = [3, 3]
#
# [[tool.gilsim.predictions]]
# ask.en = "Li takes the first lock, then the second; Wang takes them the other way round. What happens?"
# ask.zh = "Li 先取第一把锁再取第二把；Wang 的顺序相反。会发生什么？"
# answer.en = "Each holds what the other wants, and both wait for ever; the main thread waits for Li. A real CPython just stops here without a word."
# answer.zh = "两人各持有对方想要的锁，永远等下去；主线程在等 Li。真实的 CPython 会在这里一声不响地停住。"
#
# [[tool.gilsim.predictions]]
# ask.en = "Does it need two cores?"
# ask.zh = "需要两个核心才会这样吗？"
# answer.en = "No: it is enough that the threads switch between their two `with` statements, here because they sleep."
# answer.zh = "不需要：只要线程在两个 `with` 语句之间切换就够了，这里是因为它们睡眠。"
#
# [[tool.gilsim.questions]]
# ask.en = "What is the smallest change that makes the deadlock impossible?"
# ask.zh = "怎样用最小的改动让死锁不可能发生？"
# answer.en = "Both threads take the locks in the same order. Then nobody can hold the second lock while waiting for the first."
# answer.zh = "两个线程按同样的顺序取锁。这样就不可能有人持有第二把锁却在等第一把。"
# ///

# %% [markdown] lang="en"
# A deadlock needs a circle: each thread holds a lock that the next one wants. Under a real CPython this program does not
# end; stop it with Ctrl-C (twice).

# %% [markdown] lang="zh"
# 死锁需要一个环：每个线程都持有下一个线程想要的锁。这个程序在真实的 CPython 下不会结束，请用 Ctrl-C（两次）停止它。

# %%
import threading
import time

first = threading.Lock()
second = threading.Lock()


def meet(mine, name, theirs):
    with mine:
        print(f"{threading.current_thread().name} has the {name} lock", flush=True)
        time.sleep(0.1)
        with theirs:
            print(f"{threading.current_thread().name} has both")


threads = [
    threading.Thread(target=meet, args=(first, "first", second), name="Li"),
    threading.Thread(target=meet, args=(second, "second", first), name="Wang"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
