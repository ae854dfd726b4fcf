// Modules beside the program, packages, and what goes wrong with imports.
#include <set>

#include "interpreter/runtime/import_costs.h"
#include "tests/runtime/fixture.h"

namespace gilsim::python {

namespace {

Run run_with_files(const std::string& source, std::map<std::string, std::string> files) {
  Surroundings surroundings;
  surroundings.files = std::move(files);
  return run(source, surroundings);
}

}  // namespace

TEST_CASE("a module beside the program runs once") {
  const Run run = run_with_files("import helper\nimport helper as again\nprint(helper.value, helper is again, helper.__name__, helper.__file__)\n",
                                 {{"helper.py", "print('helper runs')\nvalue = 42\n"}});
  CHECK(run.output == "helper runs\n42 True helper /program/helper.py\n");
}

TEST_CASE("packages, relative imports and star imports") {
  const Run run = run_with_files(
      "import shop.stock.shelf\nfrom shop import price\nfrom shop.stock import *\n"
      "print(shop.stock.shelf.items, price(2), shelf is shop.stock.shelf, shop.__path__ is not None, __name__)\n",
      {{"shop/__init__.py", "from .prices import price\n"},
       {"shop/prices.py", "from . import stock\ndef price(n): return n * stock.FACTOR\n"},
       {"shop/stock/__init__.py", "FACTOR = 3\n__all__ = ['shelf']\n"},
       {"shop/stock/shelf.py", "from .. import stock\nfrom ..stock import FACTOR\nitems = [FACTOR, stock.FACTOR]\n"}});
  CHECK(run.errors == "");
  CHECK(run.output == "[3, 3] 6 True True __main__\n");
}

TEST_CASE("a module beside the program hides one of the library") {
  CHECK(run_with_files("import queue\nprint(queue.mine)\n", {{"queue.py", "mine = True\n"}}).output == "True\n");
}

TEST_CASE("a missing module raises ModuleNotFoundError with its name") {
  const Run run = python::run("try:\n    import nowhere.near\nexcept ModuleNotFoundError as error:\n    print(error, error.name)\n");
  CHECK(run.output == "No module named 'nowhere' nowhere\n");
}

TEST_CASE("a module that is no package has no submodules") {
  const Run run = run_with_files("try:\n    import helper.part\nexcept ImportError as error:\n    print(error)\n", {{"helper.py", ""}});
  CHECK(run.output == "No module named 'helper.part'; 'helper' is not a package\n");
}

TEST_CASE("a missing name raises ImportError") {
  const Run run = run_with_files("try:\n    from helper import missing\nexcept ImportError as error:\n    print(type(error).__name__, error)\n",
                                 {{"helper.py", ""}});
  CHECK(run.output.starts_with("ImportError cannot import name 'missing' from 'helper'"));
}

TEST_CASE("modules that import each other see what is there already") {
  const Run run = run_with_files("import one\nprint(one.name, one.two.seen)\n",
                                 {{"one.py", "before = 1\nimport two\nname = 'one'\n"},
                                  {"two.py", "import one\nseen = hasattr(one, 'before'), hasattr(one, 'name')\n"}});
  CHECK(run.output == "one (True, False)\n");
}

TEST_CASE("a name that a circular import has not made yet") {
  const Run run = run_with_files("import one\n", {{"one.py", "from two import b\na = 1\n"}, {"two.py", "from one import a\nb = 2\n"}});
  CHECK(run.result.exit_status == 1);
  CHECK(run.errors.find("ImportError: cannot import name 'a' from partially initialized module 'one' (most likely due to a circular import)") !=
        std::string::npos);
}

TEST_CASE("a module that fails is not kept") {
  const Run run = run_with_files(R"(
import sys
for _ in range(2):
    try:
        import broken
    except ZeroDivisionError as error:
        print(error, 'broken' in sys.modules)
)", {{"broken.py", "print('runs')\n1 / 0\n"}});
  CHECK(run.output == "runs\ndivision by zero False\nruns\ndivision by zero False\n");
}

TEST_CASE("the traceback of a module's mistake names its file") {
  const Run run = run_with_files("import broken\n", {{"broken.py", "def f():\n    raise ValueError('in module')\nf()\n"}});
  CHECK(run.errors ==
        "Traceback (most recent call last):\n"
        "  File \"program.py\", line 1, in <module>\n"
        "    import broken\n"
        "  File \"/program/broken.py\", line 3, in <module>\n"
        "    f()\n"
        "  File \"/program/broken.py\", line 2, in f\n"
        "    raise ValueError('in module')\n"
        "ValueError: in module\n");
}

TEST_CASE("a syntax error in a module is an exception in the program") {
  const Run run = run_with_files("try:\n    import broken\nexcept SyntaxError as error:\n    print(error.msg, error.filename, error.lineno)\n",
                                 {{"broken.py", "x = 1\nif x\n    pass\n"}});
  CHECK(run.output == "expected ':' /program/broken.py 2\n");
}

TEST_CASE("standard modules that gilsim lacks are refused before anything runs") {
  const Run run = python::run("print('runs')\ndef later():\n    import tkinter\n");
  REQUIRE(run.problems.size() == 1);
  CHECK(run.problems[0].message == "module 'tkinter' is not available in gilsim");
  CHECK(run.problems[0].position.line == 3);
  CHECK(run.output.empty());
}

TEST_CASE("inside a try the program itself deals with their absence") {
  const Run run = python::run("try:\n    import tkinter\nexcept ImportError:\n    print('no windows')\n");
  CHECK(run.problems.empty());
  CHECK(run.output == "no windows\n");
}

TEST_CASE("relative imports need a package") {
  const Run run = python::run("try:\n    from . import x\nexcept ImportError as error:\n    print(error)\n");
  CHECK(run.output == "attempted relative import with no known parent package\n");
}

TEST_CASE("threads that import in a circle go on with what is there") {
  const Run run = run_with_files(R"(
import threading
def work(name):
    __import__(name)
    print(name)
threads = [threading.Thread(target=work, args=(name,)) for name in ('left', 'right')]
for thread in threads: thread.start()
for thread in threads: thread.join()
)", {{"left.py", "import time\ntime.sleep(0.01)\nimport right\n"}, {"right.py", "import time\ntime.sleep(0.01)\nimport left\n"}});
  CHECK(run.errors == "");
  CHECK((run.output == "left\nright\n" || run.output == "right\nleft\n"));
  CHECK(run.finished());
}

TEST_CASE("an attribute that a circular import has not made yet") {
  const Run run = run_with_files("import one\n", {{"one.py", "import two\na = 1\n"}, {"two.py", "import one\nprint(one.a)\n"}});
  CHECK(run.errors.ends_with("AttributeError: partially initialized module 'one' has no attribute 'a' (most likely due to a circular import)\n"));
}

TEST_CASE("threads that import the same module wait for it") {
  const Run run = run_with_files(R"(
import threading
def work():
    import slow
    print(slow.value)
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
)", {{"slow.py", "print('runs')\nimport time\ntime.sleep(0.05)\nvalue = 1\n"}});
  CHECK(run.errors == "");
  CHECK(run.output == "runs\n1\n1\n1\n");
}

// --- what imports cost -----------------------------------------------------------------------------------------------

namespace {

// Of the module and all that CPython loads with it, by the table.
int64_t cost_us(std::string_view name, std::set<std::string_view>* seen) {
  const ImportCost* cost = find_import_cost(name);
  if (!cost || !seen->insert(name).second) return 0;
  int64_t sum = cost->microseconds;
  for (std::string_view rest = cost->needs; !rest.empty();) {
    const size_t end = std::min(rest.find(' '), rest.size());
    sum += cost_us(rest.substr(0, end), seen);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return sum;
}
int64_t cost_us(std::string_view name) {
  std::set<std::string_view> seen;
  return cost_us(name, &seen);
}

// Microseconds that each line of the program takes.
std::vector<double> times_of(const std::vector<std::string>& lines, std::map<std::string, std::string> files = {}) {
  std::string source = "from time import perf_counter\n";
  for (const std::string& line : lines)
    source += "start = perf_counter()\n" + line + "\nprint((perf_counter() - start) * 1e6)\n";
  const Run run = run_with_files(source, std::move(files));
  CHECK(run.errors == "");
  return run.numbers();
}

}  // namespace

TEST_CASE("the library is imported in CPython's time, with all that CPython loads, each module once") {
  const auto times = times_of({"import json", "import json", "import re, enum", "import os, io, sys", "import json.decoder"});
  REQUIRE(times.size() == 5);
  CHECK(cost_us("json") > 2'000);
  CHECK(times[0] == doctest::Approx(static_cast<double>(cost_us("json"))).epsilon(0.01));
  for (int i = 1; i < 5; ++i) CHECK(times[static_cast<size_t>(i)] < 3);
}

TEST_CASE("what CPython loads only when it is asked for is paid for then, even if we have it already") {
  for (const char* name : {"asyncio", "subprocess", "threading", "unittest"}) {
    INFO(name);
    CHECK(times_of({std::string("import ") + name})[0] == doctest::Approx(static_cast<double>(cost_us(name))).epsilon(0.01));
  }
}

TEST_CASE("a program's own modules take the time that their code takes") {
  const std::map<std::string, std::string> files{{"busy.py", "import json\nfor i in range(100_000): pass\n"}};
  const double time = times_of({"import busy"}, files)[0];
  CHECK(time > static_cast<double>(cost_us("json")) + 2'000);
  CHECK(time < static_cast<double>(cost_us("json")) + 4'000);
}

}  // namespace gilsim::python
