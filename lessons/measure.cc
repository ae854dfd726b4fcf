#include "lessons/measure.h"

#include "sim/time.h"

namespace gilsim::lessons {
namespace {

using reports::Part;

struct MeasureInfo {
  Measure measure;
  std::string_view name, english, chinese;
};

constexpr MeasureInfo measure_table[] = {
#define MEASURE(name, english, chinese, value) {Measure::name, #name, english, chinese},
#include "lessons/measures.def"
#undef MEASURE
};

double seconds(sim::Nanoseconds time) {
  return static_cast<double>(time) / sim::second;
}
double count(std::uint64_t number) {
  return static_cast<double>(number);
}
double share(sim::Nanoseconds part, sim::Nanoseconds whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::optional<Measure> find_measure(std::string_view name) {
  for (const MeasureInfo& known : measure_table) {
    if (known.name == name) return known.measure;
  }
  return std::nullopt;
}

std::vector<std::string> measure_names() {
  std::vector<std::string> names;
  for (const MeasureInfo& known : measure_table) names.emplace_back(known.name);
  return names;
}

std::string_view describe(Measure measure, Language language) {
  const MeasureInfo& found = measure_table[static_cast<int>(measure)];
  return language == Language::Chinese ? found.chinese : found.english;
}

double value_of(Measure measure, const Experiment& experiment) {
  const reports::Statistics& run = experiment.statistics;
  const python::ProgramResult& program = experiment.result;
  const reports::ThreadStatistics all = run.total();
  switch (measure) {
#define MEASURE(name, english, chinese, value) \
  case Measure::name:                          \
    return value;
#include "lessons/measures.def"
#undef MEASURE
  }
  return 0;
}

}  // namespace gilsim::lessons
