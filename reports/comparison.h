// Two runs beside each other: what was set, where the time went, both timelines on one scale, and the first
// switch of the GIL at which they part, with its cause in each.
#pragma once

#include <string>

#include "reports/terminal.h"
#include "reports/words.h"
#include "sim/record.h"

namespace gilsim::reports {

struct ComparedRun {
  std::string name;  // as the user knows it
  const sim::Record& record;
};

std::string format_comparison(const ComparedRun& a, const ComparedRun& b, Language language,
                              const Terminal& terminal);

}  // namespace gilsim::reports
