# /// script
# requires-python = ">=3.9"
#
# [tool.gilsim]
# title = { en = "Hashing lets the GIL go", zh = "计算哈希时会交出 GIL" }
# goal.en = "You know that long work in C may run in parallel, and how to see whether it does."
# goal.zh = "知道 C 代码中的长时间工作可以并行，并能看出是否真的并行。"
#
# [[tool.gilsim.runs]]
# name = "one core"
# cores = 1
#
# [[tool.gilsim.runs]]
# name = "two cores"
# cores = 2
#
# [[tool.gilsim.runs]]
# name = "four cores"
# cores = 4
#
# [[tool.gilsim.expect]]
# output = "4 equal digests"
#
# [[tool.gilsim.expect]]
# run = "two cores"
# measure = "wall"
# over = "one core"
# between = [0.48, 0.6]
#
# [[tool.gilsim.expect]]
# run = "four cores"
# measure = "wall"
# over = "one core"
# between = [0.24, 0.4]
#
# [[tool.gilsim.expect]]
# run = "two cores"
# measure = "gil_wait_share"
# at_most = 0.02
#
# [[tool.gilsim.predictions]]
# ask.en = "Four threads hash 20 MB each. How much faster is that on two cores, on four?"
# ask.zh = "四个线程各对 20 MB 计算哈希。在两个核心上快多少？四个核心呢？"
# answer.en = "Nearly two and four times. `hashlib` lets the GIL go while it works on 2048 bytes or more at once."
# answer.zh = "接近两倍和四倍。`hashlib` 一次处理 2048 字节或更多时会交出 GIL。"
#
# [[tool.gilsim.questions]]
# ask.en = "What if the data came in pieces of 1000 bytes?"
# ask.zh = "如果数据以每块 1000 字节到来呢？"
# answer.en = "Then the GIL would be held throughout: letting it go and taking it again would cost more than the work."
# answer.zh = "那样就会一直持有 GIL：交出再取回的代价比这点工作还大。"
# ///

# %% [markdown] lang="en"
# The GIL protects Python objects. Code in C that works on plain bytes for a while can do without, and much of the
# standard library lets it go then: `hashlib`, `zlib`, files, sockets.

# %% [markdown] lang="zh"
# GIL 保护的是 Python 对象。C 代码若只在普通字节上工作一段时间，就可以不需要它；
# 标准库中的许多部分此时会交出它：`hashlib`、`zlib`、文件、套接字。

# %%
import hashlib
import threading

data = bytes(20_000_000)
digests = []


def digest():
    digests.append(hashlib.sha256(data).hexdigest())


threads = [threading.Thread(target=digest, name=f"hasher {i}") for i in (1, 2, 3, 4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{len(digests)} equal digests" if len(set(digests)) == 1 else "digests differ")
