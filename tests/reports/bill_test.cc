#include "reports/bill.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <numeric>

#include "record_maker.h"

namespace gilsim::reports {
namespace {

BillRow row_of(const sim::Record& record) { return make_row("a \"row\", quoted", "finished", record, measure(record), 5000); }

TEST_CASE("a row's parts add up to its duration times its threads, exactly, also where it is rounded") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    RecordMaker maker;
    make_random(maker, seed, 4, 2, 300);
    maker.end();
    BillRow row = row_of(maker.record);
    CHECK(std::accumulate(row.shares.begin(), row.shares.end(), sim::Nanoseconds{0}) ==
          row.wall * static_cast<sim::Nanoseconds>(row.threads));
  }
}

TEST_CASE("CPU time is split into what it was for; what the end of the run cut short counts no more than there was") {
  RecordMaker maker;
  maker.thread(101, "a").state(101, sim::ThreadState::Running, 0);
  maker.thread(102, "b").state(102, sim::ThreadState::Running, 1);
  maker.at(1000).spend(101, sim::Purpose::StartUp, 300).spend(101, sim::Purpose::Pickling, 100);
  maker.state(101, sim::ThreadState::Done).spend(102, sim::Purpose::Pickling, 5000).end(sim::RunOutcome::TimeLimit);
  BillRow row = row_of(maker.record);
  CHECK(row[Share::Cpu] == 600);
  CHECK(row[Share::StartUp] == 300);
  CHECK(row[Share::Pickling] == 100 + 1000);
  CHECK(row[Share::Absent] == 0);
}

TEST_CASE("the tables for other tools have the same figures") {
  RecordMaker maker;
  make_random(maker, 3, 4, 2, 300);
  maker.end();
  BillRow row = row_of(maker.record);
  auto json = nlohmann::json::parse(bill_as_json({row, row}));
  REQUIRE(json.size() == 2);
  CHECK(json[0]["variant"] == row.name);
  CHECK(json[0]["cpu_ns"] == row[Share::Cpu]);
  CHECK(json[0]["cores"] == "2");
  CHECK(json[0]["least_by_gil_ns"] == row.bounds.gil);
  std::string csv = bill_as_csv({row});
  CHECK(csv.find("variant,outcome,python,cores,wall_ns,threads,cpu_ns,") == 0);
  CHECK(csv.find("\n\"a \"\"row\"\", quoted\",finished,3.11,2,") != std::string::npos);
}

TEST_CASE("settings stand in a row's name where rows differ in them") {
  RecordMaker maker;
  make_random(maker, 3, 2, 2, 100);
  maker.end();
  BillRow one = row_of(maker.record), two = one;
  one.name = two.name = "row";
  two.settings[1].second = "8";
  std::string table = format_bill({one, two}, Language::English, Terminal{.width = 200});
  CHECK(table.find("\nrow (cores 2)  ") != std::string::npos);
  CHECK(table.find("\nrow (cores 8)  ") != std::string::npos);
  CHECK(table.find("python") == std::string::npos);
}

}  // namespace
}  // namespace gilsim::reports
