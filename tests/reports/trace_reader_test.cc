#include "reports/trace_reader.h"

#include <doctest/doctest.h>

#include "record_maker.h"
#include "reports/chrome_trace.h"
#include "reports/gil_switches.h"
#include "reports/statistics.h"

namespace gilsim::reports {
namespace {

using sim::ThreadState;

void check_equal(const Statistics& a, const Statistics& b) {
  CHECK(a.ended_at == b.ended_at);
  CHECK(a.outcome == b.outcome);
  CHECK(a.gil_held == b.gil_held);
  REQUIRE(a.threads.size() == b.threads.size());
  for (std::size_t i = 0; i < a.threads.size(); ++i) {
    CHECK(a.threads[i].name == b.threads[i].name);
    CHECK(a.threads[i].parts == b.threads[i].parts);
    CHECK(a.threads[i].gil_held == b.threads[i].gil_held);
    CHECK(a.threads[i].gil_given_up == b.threads[i].gil_given_up);
    CHECK(a.threads[i].gil_taken_away == b.threads[i].gil_taken_away);
  }
  REQUIRE(a.cores.size() == b.cores.size());
  for (std::size_t i = 0; i < a.cores.size(); ++i) {
    CHECK(a.cores[i].running == b.cores[i].running);
    CHECK(a.cores[i].switching == b.cores[i].switching);
    CHECK(a.cores[i].switches == b.cores[i].switches);
  }
}

// Two threads, named as the trace's own tracks are, who pass the GIL on.
void make_small(RecordMaker& maker) {
  sim::PlaceId place = maker.record.place(maker.record.label("a:b.py"), 7);
  maker.thread(101, "GIL").state(101, ThreadState::Running, 0).take_gil(101);
  maker.at(1000).thread(102, "switch");
  maker.at(1500).state(102, ThreadState::Running, 1).state(102, ThreadState::WaitingForGil, sim::no_core, "GIL");
  maker.at(2001).drop_gil(101, sim::GilDropCause::Voluntary).state(101, ThreadState::Sleeping, sim::no_core, "", place);
  maker.at(2100).state(102, ThreadState::Running, 1).take_gil(102);
  maker.at(4000).drop_gil(102, sim::GilDropCause::Forced).state(102, ThreadState::Done);
  maker.at(5000).state(101, ThreadState::Running, 0).take_gil(101);
  maker.at(6003).drop_gil(101, sim::GilDropCause::Voluntary).state(101, ThreadState::Done).end();
}

TEST_CASE("a record that is saved and read again has the same statistics and switches") {
  RecordMaker maker;
  make_small(maker);
  ReadTrace read = parse_chrome_trace(saved(maker.record));
  REQUIRE(read.record);
  CHECK(read.record->settings() == maker.record.settings());
  check_equal(measure(*read.record), measure(maker.record));
  auto switches = gil_switches(*read.record), original = gil_switches(maker.record);
  REQUIRE(switches.size() == 2);
  CHECK(switches[0].at == 2100);
  CHECK(switches[0].from == "GIL");
  CHECK(switches[0].next == ThreadState::Sleeping);
  CHECK_FALSE(switches[0].forced);
  CHECK(switches[1].forced);
  for (std::size_t i = 0; i < 2; ++i) CHECK(switches[i].same_kind(original[i]));
}

TEST_CASE("so has a random record, and what is saved of it again is the same") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    RecordMaker maker;
    make_random(maker, seed, 5, 3, 400);
    maker.end();
    std::string text = saved(maker.record);
    ReadTrace read = parse_chrome_trace(text);
    REQUIRE(read.record);
    CHECK(measure(*read.record).ended_at == measure(maker.record).ended_at);
    auto all = measure(*read.record).total(), original = measure(maker.record).total();
    CHECK(all.parts == original.parts);
    CHECK(all.gil_held == original.gil_held);
  }
}

TEST_CASE("what is no trace of ours is refused") {
  CHECK(parse_chrome_trace("print()").problem == TraceProblem::NoJson);
  for (const char* text : {"{}", "[]", "{\"metadata\":{\"gilsim\":{}},\"traceEvents\":[]}",
                           "{\"metadata\":{\"gilsim\":{\"a\":1}},\"traceEvents\":[]}"}) {
    CHECK(parse_chrome_trace(text).problem == TraceProblem::NotOurs);
  }
  RecordMaker maker;
  make_small(maker);
  std::string text = saved(maker.record);
  for (const char* word : {"RUNNING", "\"core\":\"0\"", "FINISHED", "\"ts\":0.000"}) {
    std::string spoilt = text;
    spoilt.replace(spoilt.find(word), std::string(word).size(), word[0] == '"' ? "\"x\":-1" : "RUNNIGN");
    CHECK(parse_chrome_trace(spoilt).problem == TraceProblem::NotOurs);
  }
  CHECK(load_chrome_trace("no such file").problem == TraceProblem::Unreadable);
}

TEST_CASE("a trace is told from a program by its beginning") {
  RecordMaker maker;
  make_small(maker);
  CHECK(looks_like_trace(saved(maker.record)));
  CHECK(looks_like_trace("\x1f\x8b..."));
  CHECK_FALSE(looks_like_trace("{}\n"));
  CHECK_FALSE(looks_like_trace("import threading\n"));
}

}  // namespace
}  // namespace gilsim::reports
