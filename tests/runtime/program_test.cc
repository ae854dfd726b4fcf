// What a program prints and how it ends.
#include "tests/runtime/fixture.h"

namespace gilsim::python {

TEST_CASE("a program prints to its outside") {
  const Run run = python::run("print('你好', 1 + 1)\n");
  CHECK(run.output == "你好 2\n");
  CHECK(run.errors.empty());
  CHECK(run.finished());
  CHECK(run.result.exit_status == 0);
  CHECK_FALSE(run.result.raised);
  CHECK(run.result.steps > 5);
  CHECK(run.result.run.ended_at > 0);
}

TEST_CASE("output without a newline comes out at the end") {
  CHECK(run("print('no newline', end='')").output == "no newline");
}

TEST_CASE("input comes from the outside and ends") {
  Surroundings surroundings;
  surroundings.input = {"Ada\n", "36"};
  const Run run = python::run(R"(
print(input('name? '), input())
try:
    input()
except EOFError as error:
    print(error)
)", surroundings);
  CHECK(run.output == "name? Ada 36\nEOF when reading a line\n");
}

TEST_CASE("an uncaught exception prints a traceback and gives status 1") {
  const Run run = python::run("def f(n):\n    return 1 / n\n\nf(0)\n");
  CHECK(run.result.raised);
  CHECK(run.result.exit_status == 1);
  CHECK(run.finished());
  CHECK(run.errors ==
        "Traceback (most recent call last):\n"
        "  File \"program.py\", line 4, in <module>\n"
        "    f(0)\n"
        "  File \"program.py\", line 2, in f\n"
        "    return 1 / n\n"
        "           ~~^~~\n"
        "ZeroDivisionError: division by zero\n");
}

TEST_CASE("a program that cannot be compiled does not run") {
  const Run run = python::run("print('one')\nif True\n    print('two')\n");
  REQUIRE(run.problems.size() == 1);
  CHECK(run.problems[0].position.line == 2);
  CHECK(run.problems[0].message == "expected ':'");
  CHECK(run.output.empty());
}

struct Exit {
  const char* statement;
  int status;
  const char* errors;
};

TEST_CASE("SystemExit sets the status") {
  const Exit exits[] = {
      {"sys.exit()", 0, ""},         {"sys.exit(None)", 0, ""},    {"sys.exit(0)", 0, ""},         {"sys.exit(7)", 7, ""},
      {"sys.exit(256 + 3)", 3, ""},  {"sys.exit(-1)", 255, ""},    {"sys.exit(True)", 1, ""},      {"sys.exit('sorry')", 1, "sorry\n"},
      {"sys.exit((1, 2))", 1, "(1, 2)\n"},                         {"raise SystemExit", 0, ""},    {"raise SystemExit(5)", 5, ""},
      {"exit(4)", 4, ""},            {"quit()", 0, ""},
  };
  for (const Exit& exit : exits) {
    CAPTURE(exit.statement);
    const Run run = python::run(std::string("import sys\n") + exit.statement + "\nprint('not reached')\n");
    CHECK(run.result.exit_status == exit.status);
    CHECK(run.errors == exit.errors);
    CHECK(run.output.empty());
    CHECK_FALSE(run.result.raised);
    CHECK(run.finished());
  }
}

TEST_CASE("SystemExit in a thread ends only the thread") {
  const Run run = python::run(R"(
import sys, threading
thread = threading.Thread(target=lambda: sys.exit(3))
thread.start()
thread.join()
print('still here')
)");
  CHECK(run.output == "still here\n");
  CHECK(run.errors.empty());
  CHECK(run.result.exit_status == 0);
}

TEST_CASE("an exception in a thread is reported and does not end the program") {
  const Run run = python::run(R"(
import threading
def work():
    raise ValueError('no')
thread = threading.Thread(target=work, name='worker')
thread.start()
thread.join()
print('still here')
)");
  CHECK(run.output == "still here\n");
  CHECK(run.errors.starts_with("Exception in thread worker:\nTraceback (most recent call last):\n"));
  CHECK(run.errors.ends_with("ValueError: no\n"));
  CHECK(run.result.exit_status == 0);
  CHECK_FALSE(run.result.raised);
}

TEST_CASE("the end of the program waits for threads that are no daemons") {
  const Run run = python::run(R"(
import threading, time
def work():
    time.sleep(0.5)
    print('work done')
threading.Thread(target=work).start()
print('main done')
)");
  CHECK(run.output == "main done\nwork done\n");
  CHECK(run.result.run.ended_at >= sim::second / 2);
}

TEST_CASE("daemon threads die with the program and run no finally") {
  const Run run = python::run(R"(
import threading, time
def work():
    try:
        while True:
            time.sleep(0.01)
    finally:
        print('finally')
threading.Thread(target=work, daemon=True).start()
time.sleep(0.1)
print('main done')
)");
  CHECK(run.output == "main done\n");
  CHECK(run.finished());
  CHECK(run.result.run.ended_at < sim::second);
}

TEST_CASE("a daemon thread that computes does not hold up the end") {
  const Run run = python::run(R"(
import threading
def work():
    while True:
        pass
threading.Thread(target=work, daemon=True).start()
print('main done')
)");
  CHECK(run.output == "main done\n");
  CHECK(run.finished());
}

TEST_CASE("functions registered with atexit run after the threads, the last one first") {
  const Run run = python::run(R"(
import atexit, threading, time
atexit.register(print, 'first', end='!\n')
atexit.register(print, 'second')
def work():
    time.sleep(0.1)
    print('thread')
threading.Thread(target=work).start()
print('main')
)");
  CHECK(run.output == "main\nthread\nsecond\nfirst!\n");
}

TEST_CASE("atexit reports what its functions raise and goes on") {
  const Run run = python::run(R"(
import atexit
@atexit.register
def last():
    print('last')
@atexit.register
def bad():
    raise KeyError('x')
)");
  CHECK(run.output == "last\n");
  CHECK(run.errors.starts_with("Exception ignored in atexit callback: <function bad at 0x"));
  CHECK(run.errors.ends_with("KeyError: 'x'\n"));
  CHECK(run.result.exit_status == 0);
}

TEST_CASE("os._exit ends everything at once") {
  const Run run = python::run(R"(
import atexit, os, threading, time
atexit.register(print, 'atexit')
def work():
    try:
        time.sleep(0.1)
        os._exit(9)
    finally:
        print('finally')
threading.Thread(target=work).start()
try:
    time.sleep(100)
finally:
    print('main finally')
)");
  CHECK(run.output.empty());
  CHECK(run.errors.empty());
  CHECK(run.result.exit_status == 9);
  CHECK(run.finished());
  CHECK(run.result.run.ended_at < sim::second);
}

TEST_CASE("what __del__ raises is reported") {
  const Run run = python::run(R"(
class Thing:
    def __del__(self):
        raise RuntimeError('in del')
thing = Thing()
del thing
print('goes on')
)");
  CHECK(run.output == "goes on\n");
  CHECK(run.errors.starts_with("Exception ignored in: <function Thing.__del__ at 0x"));
  CHECK(run.errors.ends_with("RuntimeError: in del\n"));
}

TEST_CASE("interrupt_main raises KeyboardInterrupt in the main thread") {
  const Run run = python::run(R"(
import _thread, threading, time
def work():
    time.sleep(0.01)
    _thread.interrupt_main()
threading.Thread(target=work).start()
try:
    while True:
        pass
except KeyboardInterrupt:
    print('interrupted')
)");
  CHECK(run.output == "interrupted\n");
  CHECK(run.result.exit_status == 0);
}

TEST_CASE("one run leaves nothing behind for the next") {
  const char* const source = R"(
import collections, random, threading
collections.deque.__doc__
print(id(object()) == id(object()), random.random(), threading.current_thread())
)";
  const Run first = python::run(source), second = python::run(source);
  CHECK(first.output == second.output);
  CHECK(first.errors.empty());
}

}  // namespace gilsim::python
