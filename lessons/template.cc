#include "lessons/template.h"

namespace gilsim::lessons {

// Everything but the texts is complete, so that once these are written the lesson passes.
std::string lesson_template() {
  return R"py(# /// script
# requires-python = ">=3.9"
#
# [tool.gilsim]
# title = { en = "", zh = "" }
# goal = { en = "", zh = "" }  # one sentence: what the student knows afterwards
#
# [tool.gilsim.settings]  # of all runs
# cores = 2
#
# [[tool.gilsim.runs]]
# name = "one core"
# cores = 1
#
# [[tool.gilsim.runs]]
# name = "two cores"
#
# [[tool.gilsim.expect]]
# outcome = "finished"
#
# [[tool.gilsim.expect]]  # two cores help little: the GIL
# run = "two cores"
# measure = "wall"
# over = "one core"
# between = [0.9, 1.1]
#
# [[tool.gilsim.predictions]]
# ask = { en = "", zh = "" }
# answer = { en = "", zh = "" }
# ///

# %% [markdown] lang="en"
# Prose in English, in Markdown.

# %% [markdown] lang="zh"
# 中文正文，使用 Markdown。

# %%
import threading


def count_down(n):
    while n > 0:
        n -= 1


threads = [threading.Thread(target=count_down, args=(200_000,), name=f"counter {i}") for i in (1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")

# %% [markdown] lang="en"
### BEGIN SOLUTION
# What is told on request only.
### END SOLUTION

# %% [markdown] lang="zh"
### BEGIN SOLUTION
# 只在要求时才显示的内容。
### END SOLUTION
)py";
}

}  // namespace gilsim::lessons
