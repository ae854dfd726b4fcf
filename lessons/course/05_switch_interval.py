# /// script
# requires-python = ">=3.9"
#
# [tool.gilsim]
# title = { en = "The switch interval", zh = "切换间隔" }
# goal.en = "You can say how long a thread that answers is kept waiting by one that computes."
# goal.zh = "能说明负责应答的线程会被做计算的线程耽搁多久。"
#
# [[tool.gilsim.runs]]
# name = "1 ms"
# switch_interval = "1ms"
#
# [[tool.gilsim.runs]]
# name = "5 ms"
#
# [[tool.gilsim.runs]]
# name = "20 ms"
# switch_interval = "20ms"
#
# [[tool.gilsim.expect]]
# contains = "10 answers, each about "
#
# [[tool.gilsim.expect]]
# run = "1 ms"
# contains = "each about 1 ms late"
#
# [[tool.gilsim.expect]]
# run = "5 ms"
# contains = "each about 5 ms late"
#
# [[tool.gilsim.expect]]
# run = "20 ms"
# contains = "each about 20 ms late"
#
# [[tool.gilsim.expect]]
# run = "20 ms"
# measure = "gil_wait"
# over = "1 ms"
# between = [15, 21]
#
# [[tool.gilsim.predictions]]
# ask.en = "A thread computes without end. Another wakes up every 10 ms to answer. How late is it with 5 ms as the interval, and with 1 ms?"
# ask.zh = "一个线程不停地计算，另一个每 10 毫秒醒来应答一次。切换间隔为 5 毫秒时它会晚多久？1 毫秒时呢？"
# answer.en = "The whole interval each time: 5 ms, 1 ms. It wakes up, finds the GIL taken and waits for an interval before it asks."
# answer.zh = "每次都晚整整一个间隔：5 毫秒、1 毫秒。它醒来，发现 GIL 被占用，等满一个间隔后才提出请求。"
#
# [[tool.gilsim.questions]]
# ask.en = "Why is the interval not simply made very short?"
# ask.zh = "为什么不干脆把间隔设得很短？"
# answer.en = "Each switch costs the time to wake the other thread, during which nobody may run Python code. `sys.setswitchinterval` lets a program choose."
# answer.zh = "每次切换都要花时间唤醒另一个线程，其间没有线程可以执行 Python 代码。程序可以用 `sys.setswitchinterval` 自行选择。"
# ///

# %% [markdown] lang="en"
# A thread that lets the GIL go in order to wait must take it again afterwards. When another one computes, the GIL is
# taken, and the thread waits for a whole *switch interval* before it asks for it: 5 ms, unless told otherwise.

# %% [markdown] lang="zh"
# 线程为了等待而交出 GIL，之后必须取回。若另一个线程正在计算，GIL 已被占用，
# 线程要等满整整一个*切换间隔*才会提出请求：默认是 5 毫秒。

# %%
import threading
import time

done = False


def compute():
    while not done:
        pass


computer = threading.Thread(target=compute, name="computer")
computer.start()
lateness = []
for _ in range(10):
    start = time.perf_counter()
    time.sleep(0.01)
    lateness.append(time.perf_counter() - start - 0.01)
done = True
computer.join()
print(f"{len(lateness)} answers, each about {sorted(lateness)[5] * 1000:.0f} ms late")
