// The figures that threads of CPython show, in virtual time: asserted as ratios and within a few per cent.
#include "tests/runtime/fixture.h"

namespace gilsim::python {

namespace {

// Seconds that the program's only line of output says.
double only_number(const Run& run) {
  INFO(run.errors);
  REQUIRE(run.finished());
  REQUIRE(run.numbers().size() == 1);
  return run.numbers()[0];
}

Surroundings under(PythonVersion version, uint64_t seed = 0) {
  Surroundings surroundings;
  surroundings.options.settings.version = version;
  surroundings.options.settings.seed = seed;
  return surroundings;
}

constexpr PythonVersion kVersions[] = {PythonVersion::Python39, PythonVersion::Python311, PythonVersion::Python312};

}  // namespace

TEST_CASE("two threads that count down take as long as one after the other") {
  for (const PythonVersion version : kVersions) {
    CAPTURE(describe(version).text);
    const double ratio = only_number(run(R"(
import threading, time
def count_down(n):
    while n > 0:
        n -= 1
N = 1_000_000
start = time.perf_counter()
count_down(N)
count_down(N)
alone = time.perf_counter() - start
threads = [threading.Thread(target=count_down, args=(N,)) for _ in range(2)]
start = time.perf_counter()
for thread in threads: thread.start()
for thread in threads: thread.join()
print((time.perf_counter() - start) / alone)
)", under(version)));
    CHECK(ratio > 0.98);
    CHECK(ratio < 1.02);
  }
}

TEST_CASE("ten threads that sleep a second take a second") {
  const double seconds = only_number(run(R"(
import threading, time
start = time.perf_counter()
threads = [threading.Thread(target=time.sleep, args=(1,)) for _ in range(10)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(time.perf_counter() - start)
)"));
  CHECK(seconds == doctest::Approx(1.0).epsilon(0.01));
}

// A thread that sleeps 1 ms waits a switch interval for the GIL afterwards when another one computes.
TEST_CASE("a sleeper beside a thread that computes") {
  const struct { double interval_ms, round_ms; } cases[] = {{0.5, 1.6}, {1, 2.2}, {2, 3.2}, {5, 6.2}, {10, 11.2}, {20, 21.2}};
  for (const auto& each : cases) {
    CAPTURE(each.interval_ms);
    Surroundings surroundings;
    surroundings.options.settings.switch_interval_ns = static_cast<sim::Nanoseconds>(each.interval_ms * 1e6);
    const double round_ms = only_number(run(R"(
import threading, time
def compute():
    while not done:
        pass
done = False
thread = threading.Thread(target=compute)
thread.start()
ROUNDS = 40
start = time.perf_counter()
for _ in range(ROUNDS):
    time.sleep(0.001)
elapsed = time.perf_counter() - start
done = True
thread.join()
print(elapsed / ROUNDS * 1000)
)", surroundings));
    CHECK(round_ms == doctest::Approx(each.round_ms).epsilon(0.05));
  }
}

TEST_CASE("sys.setswitchinterval sets the interval of the run") {
  const Run run = python::run("import sys\nprint(sys.getswitchinterval())\nsys.setswitchinterval(0.25)\nprint(sys.getswitchinterval())\n");
  CHECK(run.output == "0.005\n0.25\n");
}

namespace {

std::string counting(const std::string& statement) {
  return "import threading\nn = 0\nlock = threading.Lock()\n"
         "def work():\n    global n\n    for _ in range(500_000):\n        " + statement + "\n"
         "threads = [threading.Thread(target=work) for _ in range(2)]\n"
         "for thread in threads: thread.start()\n"
         "for thread in threads: thread.join()\n"
         "print(1_000_000 - n)\n";
}

double lost(PythonVersion version, const std::string& statement, uint64_t seed = 0) {
  return only_number(run(counting(statement), under(version, seed)));
}

}  // namespace

TEST_CASE("n += 1 in two threads loses updates where the version looks between its instructions") {
  CHECK(lost(PythonVersion::Python39, "n += 1") > 50'000);
  CHECK(lost(PythonVersion::Python39, "n += 1") < 500'000);
  CHECK(lost(PythonVersion::Python311, "n += 1") == 0);
  CHECK(lost(PythonVersion::Python312, "n += 1") == 0);
}

TEST_CASE("a call between reading and writing loses updates everywhere") {
  for (const PythonVersion version : kVersions) {
    CAPTURE(describe(version).text);
    CHECK(lost(version, "n += int(1)") > 100'000);
    CHECK(lost(version, "n += int(1)") < 500'000);
  }
}

TEST_CASE("a lock protects") {
  for (const PythonVersion version : kVersions) {
    for (const uint64_t seed : {0u, 1u, 2u}) {
      CAPTURE(seed);
      const double missing = only_number(run(R"(
import threading
n = 0
lock = threading.Lock()
def work():
    global n
    for _ in range(20_000):
        with lock:
            n += int(1)
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(60_000 - n)
)", under(version, seed)));
      CHECK(missing == 0);
    }
  }
}

TEST_CASE("list.append and the like are whole in every version") {
  for (const PythonVersion version : kVersions) {
    const Run run = python::run(R"(
import threading
items, by_key = [], {}
def work(k):
    for i in range(50_000):
        items.append(i)
        by_key[k, i] = i
threads = [threading.Thread(target=work, args=(k,)) for k in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(items), len(by_key))
)", under(version));
    CHECK(run.output == "150000 150000\n");
  }
}

}  // namespace gilsim::python
