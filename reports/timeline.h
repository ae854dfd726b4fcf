// The timeline: one row a thread, one column a slice of virtual time, in each the letter of what the thread
// did most of in that slice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reports/statistics.h"
#include "reports/terminal.h"
#include "reports/words.h"
#include "sim/record.h"

namespace gilsim::reports {

struct TimelineRow {
  std::string name;
  std::vector<std::optional<Part>> cells;  // nothing before the thread was created and after it ended
};

struct Timeline {
  sim::Nanoseconds column_ns = 0;
  sim::Nanoseconds ended_at = 0;
  std::vector<TimelineRow> rows;
};

// Which threads get rows of their own, in this order. All others share a last row, if there are any.
struct RowChoice {
  std::vector<std::uint32_t> tids;
  std::vector<std::string> names;  // one for each, and one more for the shared row
};

// The columns stand for `span`, or for the record's own time when that is longer. REQUIRES: columns > 0.
Timeline make_timeline(const sim::Record& record, const RowChoice& choice, int columns, sim::Nanoseconds span = 0);

// With an axis and a legend of the letters that occur. Names take `name_width` columns.
std::string format_timeline(const Timeline& timeline, int name_width, Language language,
                            const Terminal& terminal);

}  // namespace gilsim::reports
