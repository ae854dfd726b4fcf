// The same program, settings and seed give the same run; and fusing instructions changes nothing but the host's time.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/runtime/fixture.h"

namespace gilsim::python {

namespace {

namespace files = std::filesystem;

const char* const kChance = R"(
import queue, random, threading, time
jobs = queue.Queue()
lock = threading.Lock()
total = 0
def work():
    global total
    while True:
        job = jobs.get()
        if job is None:
            return
        time.sleep(random.random() / 100)
        for _ in range(job):
            with lock:
                total += 1
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for _ in range(20): jobs.put(random.randrange(300))
for _ in threads: jobs.put(None)
for thread in threads: thread.join()
print(total, time.time())
)";

Run run_with(const std::string& source, uint64_t seed, bool fusion = true) {
  Surroundings surroundings;
  surroundings.options.settings.seed = seed;
  surroundings.options.settings.fusion = fusion;
  return run(source, surroundings);
}

void check_same(const Run& one, const Run& other) {
  CHECK(one.output == other.output);
  CHECK(one.errors == other.errors);
  CHECK(one.result.steps == other.result.steps);
  CHECK(one.result.exit_status == other.result.exit_status);
  CHECK(one.result.run.outcome == other.result.run.outcome);
  CHECK(one.result.run.ended_at == other.result.run.ended_at);
  CHECK(first_difference(*one.record, *other.record) == "");
}

std::string read(const files::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<files::path> programs_below(const files::path& folder) {
  std::vector<files::path> result;
  for (const auto& entry : files::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".py") result.push_back(entry.path());
  std::sort(result.begin(), result.end());
  return result;
}

// Enough for most programs to end. The sanitized build, which runs them thirty times as slowly, looks for other
// mistakes: it sees their beginnings, once, of every second one.
#ifdef __SANITIZE_ADDRESS__
constexpr uint64_t kMostSteps = 20'000;
constexpr bool kCompares = false;
constexpr size_t kEvery = 2;
#else
constexpr uint64_t kMostSteps = 300'000;
constexpr bool kCompares = true;
constexpr size_t kEvery = 1;
#endif

// The modules and packages beside the tests' programs, whose names begin with an underscore.
std::vector<files::path> modules_beside(const files::path& program) {
  const files::path folder = program.parent_path();
  std::vector<files::path> result = programs_below(folder);
  std::erase_if(result, [&](const files::path& path) { return !files::relative(path, folder).string().starts_with('_'); });
  return result;
}

// Runs a program of the tests as it stands in its folder. Its own options and input are left out: only sameness counts.
Run run_file(const files::path& path, PythonVersion version, bool fusion) {
  Surroundings surroundings;
  surroundings.options.settings.version = version;
  surroundings.options.settings.fusion = fusion;
  surroundings.options.settings.max_steps = kMostSteps;
  surroundings.options.settings.max_memory_bytes = 200 << 20;
  surroundings.input = {"1\n", "two\n"};
  for (const files::path& beside : modules_beside(path))
    surroundings.files[files::relative(beside, path.parent_path()).generic_string()] = read(beside);
  return run(read(path), surroundings);
}

}  // namespace

TEST_CASE("the same seed gives the same run, another one gives another") {
  const Run first = run_with(kChance, 7), second = run_with(kChance, 7), third = run_with(kChance, 8);
  INFO(first.errors);
  REQUIRE(first.finished());
  CHECK(first.result.exit_status == 0);
  check_same(first, second);
  CHECK(first.output != third.output);
  CHECK(first_difference(*first.record, *third.record) != "");
}

TEST_CASE("a run does not depend on what was run before") {
  const Run alone = run_with(kChance, 1);
  run_with("print([object() for _ in range(1000)])", 3);
  check_same(alone, run_with(kChance, 1));
}

TEST_CASE("fusion changes nothing: threads with locks, queues and sleeps") {
  for (const uint64_t seed : {0u, 1u, 2u}) check_same(run_with(kChance, seed, true), run_with(kChance, seed, false));
}

TEST_CASE("fusion changes nothing: the programs of the tests and lessons") {
  const files::path root = PROJECT_ROOT;
  size_t count = 0, place = 0;
  for (const char* folder : {"tests/programs", "lessons"}) {
    for (const files::path& path : programs_below(root / folder)) {
      if (place++ % kEvery) continue;
      if (read(path).find("# run: --max-") != std::string::npos) continue;  // it would not end without its limit
      for (const PythonVersion version : {PythonVersion::Python311, PythonVersion::Python39}) {
        CAPTURE(path.string());
        CAPTURE(describe(version).text);
        const Run fused = run_file(path, version, true);
        ++count;
        if (!kCompares) break;
        check_same(fused, run_file(path, version, false));
      }
    }
  }
  CHECK(count > 50);
}

}  // namespace gilsim::python
