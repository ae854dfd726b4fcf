#include "lessons/run_settings.h"

#include <doctest/doctest.h>

#include "sim/time.h"

namespace gilsim::lessons {
namespace {

std::string apply(RunSettings& run, std::string_view key, const std::string& value) {
  return apply_setting(run, key, value, Language::English);
}

TEST_CASE("every setting of a lesson's run reaches the run") {
  RunSettings run;
  for (auto [key, value] : {std::pair{"machine", "reference"}, {"cores", "4"}, {"python", "3.9"}, {"switch_interval", "1ms"},
                            {"policy", "round-robin"}, {"quantum", "20ms"}, {"seed", "7"}, {"max_time", "2s"},
                            {"max_steps", "1000"}}) {
    CHECK(apply(run, key, value) == "");
  }
  CHECK(settings_problem(run, Language::English) == "");
  python::ProgramOptions options = run.program_options();
  CHECK(options.machine.cores == 4);
  CHECK(options.settings.version == python::PythonVersion::Python39);
  CHECK(options.settings.switch_interval_ns == sim::millisecond);
  CHECK(options.policy == "round-robin");
  CHECK(options.policy_options.quantum == 20 * sim::millisecond);
  CHECK(options.settings.seed == 7);
  CHECK(options.settings.max_time_ns == 2 * sim::second);
  CHECK(options.settings.max_steps == 1000);
}

TEST_CASE("a value that does not fit is refused with what would") {
  RunSettings run;
  CHECK(apply(run, "cores", "0") == "'cores' cannot be '0'; it is a whole number from 1 to 64.");
  CHECK(apply(run, "python", "4.0").find("3.11") != std::string::npos);
  CHECK(apply(run, "switch_interval", "5").find("5ms") != std::string::npos);
  CHECK(apply(run, "policy", "luck").find("round-robin") != std::string::npos);
  CHECK(run.machine.cores == 2);
}

TEST_CASE("a time slice means something to some policies only") {
  RunSettings run;
  CHECK(apply(run, "policy", "fifo") == "");
  CHECK(apply(run, "quantum", "5ms") == "");
  CHECK(settings_problem(run, Language::English).find("fifo") != std::string::npos);
}

}  // namespace
}  // namespace gilsim::lessons
