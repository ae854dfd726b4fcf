// Runs that cannot go on end with a result that names threads, locks and lines.
#include "tests/runtime/fixture.h"

namespace gilsim::python {

using sim::RunOutcome;

TEST_CASE("a thread that takes its own lock twice") {
  const Run run = python::run(R"(
import threading
lock = threading.Lock()
lock.acquire()
print('once')
lock.acquire()
print('twice')
)");
  CHECK(run.output == "once\n");
  CHECK(run.result.run.outcome == RunOutcome::Deadlock);
  CHECK(run.cycles() == std::vector<std::string>{"MainThread"});
  CHECK(run.situations() == std::vector<std::string>{"MainThread: lock @6"});
  const auto& thread = run.result.run.diagnosis.threads.at(0);
  CHECK(thread.waits_for_lock);
  CHECK(thread.holder_tid == thread.tid);
  CHECK(run.record->place_of(thread.taken_at).line == 4);
  CHECK(run.record->text(run.record->place_of(thread.taken_at).file) == "program.py");
}

TEST_CASE("two threads that take two locks in opposite order") {
  const Run run = python::run(R"(
import threading, time
left = threading.Lock()
right = threading.Lock()
def work(first, second):
    with first:
        time.sleep(0.01)
        with second:
            print('both')
a = threading.Thread(target=work, args=(left, right), name='A')
b = threading.Thread(target=work, args=(right, left), name='B')
a.start(); b.start()
a.join(); b.join()
print('done')
)");
  CHECK(run.output.empty());
  CHECK(run.result.run.outcome == RunOutcome::Deadlock);
  CHECK(run.cycles() == std::vector<std::string>{"A > B"});
  const auto situations = run.situations();
  REQUIRE(situations.size() == 3);
  CHECK(situations[0].ends_with("@13"));
  CHECK(situations[1] == "A: right @8");
  CHECK(situations[2] == "B: left @8");
  for (size_t i : {1u, 2u})
    CHECK(run.record->place_of(run.result.run.diagnosis.threads.at(i).taken_at).line == 6);
}

TEST_CASE("everybody waits for an event that nobody sets") {
  const Run run = python::run(R"(
import threading
go = threading.Event()
def work():
    go.wait()
    print('went')
threads = [threading.Thread(target=work, name=f'waiter {i}') for i in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
)");
  CHECK(run.output.empty());
  CHECK(run.result.run.outcome == RunOutcome::Deadlock);
  CHECK(run.cycles().empty());
  const auto situations = run.situations();
  REQUIRE(situations.size() == 4);
  CHECK(situations[1].starts_with("waiter 0: "));
  CHECK(situations[1].ends_with("@5"));
}

TEST_CASE("joining oneself is an error, not a deadlock") {
  const Run run = python::run(R"(
import threading
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)
)");
  CHECK(run.output == "cannot join current thread\n");
  CHECK(run.finished());
}

TEST_CASE("a queue that nobody fills") {
  const Run run = python::run("import queue\nqueue.Queue().get()\n");
  CHECK(run.result.run.outcome == RunOutcome::Deadlock);
  REQUIRE(run.situations().size() == 1);
  CHECK(run.situations()[0].ends_with("@2"));
}

TEST_CASE("handlers do not run when a deadlock ends the run") {
  const Run run = python::run(R"(
import threading
lock = threading.Lock()
try:
    with lock:
        lock.acquire()
except BaseException as error:
    print('caught', error)
finally:
    print('finally')
)");
  CHECK(run.output.empty());
  CHECK(run.errors.empty());
  CHECK(run.result.run.outcome == RunOutcome::Deadlock);
}

const char* const kEndless = R"(
import threading
def work():
    n = 0
    while True:
        n += 1
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
)";

TEST_CASE("the limit of steps") {
  Surroundings surroundings;
  surroundings.options.settings.max_steps = 1'000'000;
  const Run run = python::run(kEndless, surroundings);
  CHECK(run.result.run.outcome == RunOutcome::StepLimit);
  CHECK(run.result.steps >= 1'000'000);
  CHECK(run.result.steps < 1'500'000);
  CHECK(run.result.run.diagnosis.threads.size() == 3);
}

// Nobody's destructor runs then: what natives hold has to go with the heap. AddressSanitizer's run sees what does not.
TEST_CASE("a run that stops in the middle leaves nothing behind") {
  Surroundings surroundings;
  surroundings.options.settings.max_steps = 100'000;
  const Run run = python::run(R"(
import array, hashlib, hmac, io, pickle, random, re, struct, zlib, collections, weakref
class Thing:
    pass
long_text = ['a text of more than a few octets ' * 9, 'raw_unicode_escape']
file = io.BytesIO()
pickler = pickle.Pickler(file)
pickler.dump([long_text, long_text])
unpickler = pickle.Unpickler(io.BytesIO(file.getvalue() * 2), encoding='raw_unicode_escape')
unpickler.load()
kept = [hashlib.sha256(b'x' * 5000), hmac.new(b'key', b'x', 'md5'), hashlib.blake2b(b'x'), zlib.compressobj(),
        zlib.decompressobj(), re.compile('(a|b)+c'), re.finditer('a', 'abca'), struct.iter_unpack('<i', bytes(40)),
        array.array('d', [1.0] * 500), collections.OrderedDict.fromkeys(range(500)), collections.deque(range(500)),
        memoryview(bytearray(5000)), io.StringIO('text' * 500), weakref.WeakKeyDictionary(), random.Random(1), open('/tmp/written', 'w')]
for one in kept:
    next(iter([one]))
kept[3].compress(b'x' * 5000)
print('made')
while True:
    pass
)", surroundings);
  CHECK(run.errors == "");
  CHECK(run.output == "made\n");
  CHECK(run.result.run.outcome == RunOutcome::StepLimit);
}

TEST_CASE("the limit of virtual time, while computing and while sleeping") {
  Surroundings surroundings;
  surroundings.options.settings.max_time_ns = 50 * sim::millisecond;
  for (const char* source : {kEndless, "import time\ntime.sleep(1000)\n"}) {
    const Run run = python::run(source, surroundings);
    CHECK(run.result.run.outcome == RunOutcome::TimeLimit);
    CHECK(run.result.run.ended_at >= 50 * sim::millisecond);
    CHECK(run.result.run.ended_at < 60 * sim::millisecond);
  }
}

TEST_CASE("the limit of memory, reached bit by bit") {
  Surroundings surroundings;
  surroundings.options.settings.max_memory_bytes = 64 << 20;
  const Run run = python::run("items = []\nwhile True:\n    items.append([len(items)])\n", surroundings);
  CHECK(run.result.run.outcome == RunOutcome::MemoryLimit);
  CHECK(run.result.peak_memory_bytes > size_t{64} << 20);
  CHECK(run.result.peak_memory_bytes < size_t{256} << 20);
}

TEST_CASE("the limit of memory, reached by the record while a daemon ticks beside a deadlock") {
  Surroundings surroundings;
  surroundings.options.settings.max_memory_bytes = 32 << 20;
  const Run run = python::run(R"(
import threading, time
def tick():
    while True:
        time.sleep(0.001)
def work(first, second):
    with first:
        time.sleep(0.01)
        with second:
            pass
threading.Thread(target=tick, daemon=True).start()
left, right = threading.Lock(), threading.Lock()
threading.Thread(target=work, args=(left, right), name='A').start()
threading.Thread(target=work, args=(right, left), name='B').start()
)", surroundings);
  CHECK(run.result.run.outcome == RunOutcome::MemoryLimit);
  CHECK(run.record->bytes() < size_t{40} << 20);
  CHECK(run.cycles() == std::vector<std::string>{"A > B"});
}

TEST_CASE("one object that is larger than the limit raises MemoryError") {
  Surroundings surroundings;
  surroundings.options.settings.max_memory_bytes = 64 << 20;
  const Run run = python::run(R"(
for make in (lambda: [0] * 10**9, lambda: 'x' * 10**9, lambda: bytes(10**9), lambda: 1 << 10**10):
    try:
        make()
        print('made')
    except MemoryError as error:
        print('MemoryError')
)", surroundings);
  CHECK(run.output == "MemoryError\nMemoryError\nMemoryError\nMemoryError\n");
  CHECK(run.finished());
}

TEST_CASE("endless recursion raises RecursionError") {
  const Run run = python::run(R"(
def f(n):
    return f(n + 1)
try:
    f(0)
except RecursionError as error:
    print(error)
class Deep:
    def __repr__(self):
        return repr(self)
try:
    repr(Deep())
except RecursionError:
    print('in natives too')
nested = []
for _ in range(100000):
    nested = [nested]
try:
    repr(nested)
except RecursionError:
    print('and in containers')
)");
  CHECK(run.output == "maximum recursion depth exceeded\nin natives too\nand in containers\n");
  CHECK(run.finished());
}

TEST_CASE("an interrupt by the host ends the run") {
  volatile std::sig_atomic_t interrupt = 1;
  Surroundings surroundings;
  surroundings.options.interrupt = &interrupt;
  const Run run = python::run(kEndless, surroundings);
  CHECK(run.result.run.outcome == RunOutcome::Interrupted);
}

}  // namespace gilsim::python
