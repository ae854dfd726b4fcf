# /// script
# requires-python = ">=3.9"
#
# [tool.gilsim]
# title = { en = "Waiting in threads", zh = "用线程等待" }
# goal.en = "You can say why threads that wait for input or output finish together, even on one core."
# goal.zh = "能说明为什么等待输入输出的线程即使在一个核心上也能一起完成。"
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
# contains = "ten pages in 1.0 s"
#
# [[tool.gilsim.expect]]
# run = "one core"
# measure = "wall"
# over = "two cores"
# between = [0.99, 1.01]
#
# [[tool.gilsim.expect]]
# run = "one core"
# measure = "gil_wait_share"
# at_most = 0.01
#
# [[tool.gilsim.expect]]
# run = "one core"
# measure = "cpu"
# at_most = 0.02
#
# [[tool.gilsim.predictions]]
# ask.en = "Each page takes a second to come. How long do ten pages take in ten threads on one core?"
# ask.zh = "每个页面要一秒才到。在一个核心上用十个线程取十个页面要多久？"
# answer.en = "One second. A thread lets the GIL go before it waits, and waiting needs no core."
# answer.zh = "一秒。线程在等待之前交出 GIL，而等待不需要核心。"
#
# [[tool.gilsim.questions]]
# ask.en = "How many threads would it take until the GIL or the core becomes too small?"
# ask.zh = "要多少个线程才会让 GIL 或核心变得不够用？"
# answer.en = "Divide the second by the CPU time of one thread in the table: thousands. Each thread also costs memory for its stack."
# answer.zh = "用一秒除以表中一个线程的运行时间：要几千个。此外每个线程的栈还占内存。"
# ///

# %% [markdown] lang="en"
# A thread that sleeps, reads a file or waits for an answer from the network lets the GIL go first and takes it again
# afterwards. So programs that mostly wait gain from threads, whatever the number of cores.

# %% [markdown] lang="zh"
# 线程在睡眠、读文件或等待网络应答之前先交出 GIL，之后再取回。
# 所以主要在等待的程序能从线程中获益，与核心数无关。

# %%
"""Ten threads that wait. A sleeping thread does not hold the GIL, so they all sleep at the same time."""
import threading
import time


def fetch(page):
    time.sleep(1)  # as if an answer came over the network
    print(f"page {page} has come")


start = time.perf_counter()
threads = [threading.Thread(target=fetch, args=(page,), name=f"fetcher {page}") for page in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"ten pages in {time.perf_counter() - start:.1f} s")
