// What `gilsim run` shows after a program: the settings, a table of where each thread's time went, how busy
// the cores were, and the timeline.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "reports/statistics.h"
#include "reports/terminal.h"
#include "reports/timeline.h"
#include "reports/words.h"
#include "sim/record.h"

namespace gilsim::reports {

// Threads beyond these share one row of the table and one of the timeline.
inline constexpr std::size_t most_rows = 20;

// A percentage with one decimal: "12.5 %"; of nothing it is "0.0 %".
std::string format_share(sim::Nanoseconds part, sim::Nanoseconds whole);

// The parts in whole units, rounded so that they add up to `total` in whole units (rounded to nearest).
// REQUIRES: the parts add up to total.
std::vector<std::int64_t> round_parts(std::span<const sim::Nanoseconds> parts, sim::Nanoseconds total,
                                      sim::Nanoseconds unit);

// A setting of the record in words; one that is not known here keeps its key.
std::string setting_name(const std::string& key, Language language);
std::string_view without_blank(std::string_view text);  // at its end
// The first thread and those that ran longest, by name.
RowChoice choose_timeline_rows(const Statistics& statistics, Language language);

std::string format_table(const Statistics& statistics, Language language, const Terminal& terminal);
std::string format_cores(const Statistics& statistics, Language language, const Terminal& terminal);
std::string format_run_report(const sim::Record& record, Language language, const Terminal& terminal);

}  // namespace gilsim::reports
