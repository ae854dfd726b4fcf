// Several runs, one row each: how long they took, where the time of their threads went, and what limits them.
// The parts of a row add up exactly to its duration times its number of threads: a thread that is not there
// yet, or no longer, counts as absent. CPU time is that of the program, or of starting processes, or of
// pickling.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "reports/bounds.h"
#include "reports/statistics.h"
#include "reports/terminal.h"

namespace gilsim::reports {

enum class Share : std::uint8_t { Cpu, StartUp, Pickling, Gil, Core, Locks, Io, Sleep, Join, Absent };
inline constexpr int share_count = 10;

struct BillRow {
  std::string name;
  std::vector<std::pair<std::string, std::string>> settings;  // those that rows may differ in
  std::string outcome;
  sim::Nanoseconds wall = 0;
  std::uint64_t threads = 0;
  std::array<sim::Nanoseconds, share_count> shares{};  // of wall * threads
  std::uint64_t memory_bytes = 0;
  Bounds bounds;

  sim::Nanoseconds operator[](Share share) const { return shares[static_cast<int>(share)]; }
  bool finished() const { return outcome == "finished"; }
};

BillRow make_row(std::string name, std::string outcome, const sim::Record& record,
                 const Statistics& statistics, std::uint64_t memory_bytes);

// A table and, below it, a sentence for each row. REQUIRES: rows are not empty; all have the same settings'
// keys.
std::string format_bill(const std::vector<BillRow>& rows, Language language, const Terminal& terminal);
// The same figures for other tools, in nanoseconds and bytes; English, whatever the language.
std::string bill_as_json(const std::vector<BillRow>& rows);
std::string bill_as_csv(const std::vector<BillRow>& rows);

}  // namespace gilsim::reports
