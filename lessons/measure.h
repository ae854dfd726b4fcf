// Figures of a run that an expectation can name. All come out of the record and the run's result.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/experiment.h"
#include "lessons/messages.h"

namespace gilsim::lessons {

enum class Measure : std::uint8_t {
#define MEASURE(name, english, chinese, value) name,
#include "lessons/measures.def"
#undef MEASURE
};

std::optional<Measure> find_measure(std::string_view name);
std::vector<std::string> measure_names();
std::string_view describe(Measure measure, Language language);

double value_of(Measure measure, const Experiment& experiment);

}  // namespace gilsim::lessons
