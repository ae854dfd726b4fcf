// What limits a run, in a sentence: the GIL, the cores, or the longest chain of what waits for each other.
#pragma once

#include <string>

#include "reports/bill.h"

namespace gilsim::reports {

std::string format_limit(const BillRow& row, Language language);

}  // namespace gilsim::reports
