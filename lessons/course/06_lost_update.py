# /// script
# requires-python = ">=3.9"
#
# [tool.gilsim]
# title = { en = "A lost update", zh = "丢失的更新" }
# goal.en = "You know that the GIL does not make `counter += 1` safe, even where no test shows it."
# goal.zh = "知道 GIL 并不能让 `counter += 1` 变得安全，即使测试没有显示出问题。"
#
# [[tool.gilsim.runs]]
# name = "CPython 3.9"
# python = "3.9"
#
# [[tool.gilsim.runs]]
# name = "CPython 3.11"
# python = "3.11"
#
# [[tool.gilsim.expect]]
# run = "CPython 3.9"
# contains = "additions were lost"
#
# [[tool.gilsim.expect]]
# run = "CPython 3.11"
# output = "no addition was lost"
#
# [[tool.gilsim.expect]]
# run = "CPython 3.9"
# measure = "forced_switches"
# at_least = 4
#
# [[tool.gilsim.predictions]]
# ask.en = "Two threads add 1 to the same variable, 500,000 times each, without a lock. What comes out under CPython 3.9?"
# ask.zh = "两个线程不加锁地给同一个变量各加 1 五十万次。在 CPython 3.9 下结果如何？"
# answer.en = "Less than 1,000,000. `counter += 1` is several instructions: load, add, store. A switch between load and store lets the other thread's additions be overwritten."
# answer.zh = "少于一百万。`counter += 1` 是几条指令：读取、相加、写回。若在读取与写回之间切换，另一个线程的加法就会被覆盖。"
#
# [[tool.gilsim.predictions]]
# ask.en = "And under CPython 3.11?"
# ask.zh = "在 CPython 3.11 下呢？"
# answer.en = "Exactly 1,000,000: since 3.10 threads switch only at calls, at the start of functions and at jumps backwards, and none of these is between load and store here. That is luck, not a promise: `counter += int(1)` loses again."
# answer.zh = "正好一百万：从 3.10 起，线程只在调用、函数开始和向后跳转处切换，而这里的读取与写回之间没有这些。这是运气而不是承诺：写成 `counter += int(1)` 就又会丢失。"
#
# [[tool.gilsim.questions]]
# ask.en = "Where may threads switch? Compare `gilsim disassemble --python 3.9` with `--python 3.11`."
# ask.zh = "线程可能在哪里切换？比较 `gilsim disassemble --python 3.9` 与 `--python 3.11`。"
# answer.en = "Under 3.9 behind nearly every instruction, under 3.11 only behind the loop's jump backwards."
# answer.zh = "3.9 几乎在每条指令之后，3.11 只在循环的向后跳转之后。"
# ///

# %% [markdown] lang="en"
# The GIL protects the interpreter, not the program: it may change hands between any two instructions at which the
# interpreter looks. Which these are differs from version to version.

# %% [markdown] lang="zh"
# GIL 保护的是解释器，而不是程序：凡是解释器查看请求的地方，它都可能易手。具体在哪些指令之间，各版本不同。

# %%
import threading

EACH = 500_000
counter = 0


def add():
    global counter
    for _ in range(EACH):
        counter += 1


threads = [threading.Thread(target=add, name=f"adder {i}") for i in (1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
lost = 2 * EACH - counter
print(f"{lost} additions were lost" if lost else "no addition was lost")

# %% [markdown] lang="en"
### BEGIN SOLUTION
# A lock makes the three steps one, under every version:
#
#     with lock:
#         counter += 1
### END SOLUTION

# %% [markdown] lang="zh"
### BEGIN SOLUTION
# 用锁把三步变成一步，在任何版本下都成立：
#
#     with lock:
#         counter += 1
### END SOLUTION
