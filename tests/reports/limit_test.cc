#include "reports/limit.h"

#include <doctest/doctest.h>

namespace gilsim::reports {
namespace {

BillRow bounded(sim::Nanoseconds gil, sim::Nanoseconds cores, sim::Nanoseconds chain, sim::Nanoseconds chain_running) {
  BillRow row;
  row.outcome = "finished";
  row.wall = 100 * sim::millisecond;
  row.threads = 1;
  row.shares[static_cast<int>(Share::Cpu)] = row.wall;
  row.bounds = {gil * sim::millisecond, cores * sim::millisecond, chain * sim::millisecond, chain_running * sim::millisecond};
  return row;
}

TEST_CASE("what limits a run is its longest bound, and of equals the one that nothing shortens") {
  auto begins = [](const BillRow& row, const char* words) { return format_limit(row, Language::English).starts_with(words); };
  CHECK(begins(bounded(98, 50, 60, 60), "waits for the GIL 0.0 % of the time; more cores cannot help: the GIL alone takes 98 ms of 100 ms; processes would take about 60 ms, and their start-up"));
  CHECK(format_limit(bounded(98, 70, 60, 60), Language::English).ends_with("processes would take about 70 ms, and their start-up"));
  CHECK(begins(bounded(40, 99, 30, 30), "waits for a core 0.0 % of the time; more cores help, down to 40 ms"));
  CHECK(begins(bounded(99, 50, 99, 99), "works one thing after the other"));
  CHECK(begins(bounded(9, 5, 99, 5), "mostly sleeps or waits for I/O"));
  CHECK(format_limit(bounded(9, 5, 99, 5), Language::English).ends_with("takes 99 ms of 100 ms; neither cores nor the GIL can help"));
  CHECK(format_limit(bounded(9, 5, 87, 5), Language::English).ends_with("takes 87 ms of 100 ms; cores and the GIL account for the rest only"));
  BillRow stuck = bounded(9, 5, 99, 5);
  stuck.outcome = "deadlock";
  CHECK(begins(stuck, "did not come to its own end"));
  CHECK(begins(bounded(40, 30, 30, 30), "nothing alone limits it; at least 40 ms of 100 ms"));
}

TEST_CASE("a sentence promises nothing that another bound forbids") {
  auto sentence = [](const BillRow& row) { return format_limit(row, Language::English); };
  // One core: processes without more of them would take as long.
  CHECK(sentence(bounded(99, 100, 30, 30)).ends_with("only processes and more cores together would help"));
  // More cores would save 2 ms of 100.
  CHECK(sentence(bounded(98, 100, 30, 30)).find("more cores help") == std::string::npos);
}

TEST_CASE("threads that wait for a lock most of the time are said to") {
  BillRow row = bounded(9, 5, 99, 5);
  row.threads = 4;
  row.shares = {};
  row.shares[static_cast<int>(Share::Locks)] = 300 * sim::millisecond;
  row.shares[static_cast<int>(Share::Sleep)] = 100 * sim::millisecond;
  CHECK(format_limit(row, Language::English) ==
        "waits for locks 75.0 % of the time, one thread after the other: the longest chain takes 99 ms of 100 ms; neither cores nor "
        "the GIL can help");
}

}  // namespace
}  // namespace gilsim::reports
