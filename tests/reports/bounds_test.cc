#include "reports/bounds.h"

#include <doctest/doctest.h>

#include "record_maker.h"

namespace gilsim::reports {
namespace {

using sim::GilDropCause;
using sim::ThreadState;

TEST_CASE("the GIL's bound is the time that threads ran with it, not the time they kept it") {
  RecordMaker maker;
  maker.thread(101, "a").state(101, ThreadState::Running, 0).take_gil(101);
  maker.at(1000).state(101, ThreadState::Ready);
  maker.at(1500).state(101, ThreadState::Running, 0);
  maker.at(2000).drop_gil(101, GilDropCause::Voluntary);
  maker.at(3000).state(101, ThreadState::Done).end();
  Bounds bounds = find_bounds(maker.record);
  CHECK(bounds.gil == 1500);
  CHECK(bounds.cores == 1250);  // of two cores
  CHECK(bounds.chain == 2500);
  CHECK(bounds.chain_running == 2500);
}

TEST_CASE("the chain goes from a thread that was woken to the one that woke it") {
  RecordMaker maker;
  maker.thread(101, "main").state(101, ThreadState::Running, 0).take_gil(101);
  maker.thread(102, "worker");
  maker.at(100).drop_gil(101, GilDropCause::Voluntary).state(101, ThreadState::Joining);
  maker.state(102, ThreadState::Running, 1).take_gil(102);
  maker.at(400).drop_gil(102, GilDropCause::Voluntary).state(102, ThreadState::Sleeping);
  maker.at(1000).state(102, ThreadState::Running, 1).take_gil(102);
  maker.at(1200).state(101, ThreadState::Ready);  // the worker, which is about to end, has woken it
  maker.drop_gil(102, GilDropCause::Voluntary).state(102, ThreadState::Done);
  maker.at(1300).state(101, ThreadState::Running, 0);
  maker.at(1400).state(101, ThreadState::Done).end();
  Bounds bounds = find_bounds(maker.record);
  CHECK(bounds.chain == 100 + 200 + 600 + 300);  // main's end, the worker's work, sleep and work; it was there from the start
  CHECK(bounds.chain_running == 600);
}

TEST_CASE("where it is known who woke whom, the chain goes there, and each GIL has a bound of its own") {
  RecordMaker maker;
  maker.thread(101, "parent").state(101, ThreadState::Running, 0).take_gil(101, "GIL 1");
  maker.thread(102, "child").state(102, ThreadState::Running, 1).take_gil(102, "GIL 2");
  maker.at(100).drop_gil(101, GilDropCause::Voluntary, "GIL 1").state(101, ThreadState::DoingIo);
  maker.at(500).drop_gil(102, GilDropCause::Voluntary, "GIL 2").wake(101, 102);
  maker.at(600).state(101, ThreadState::Running, 0).take_gil(101, "GIL 1");
  maker.at(700).state(102, ThreadState::Done);
  maker.at(900).drop_gil(101, GilDropCause::Voluntary, "GIL 1").state(101, ThreadState::Done).end();
  Bounds bounds = find_bounds(maker.record);
  CHECK(bounds.gil == 500);          // the child's
  CHECK(bounds.chain == 500 + 300);  // the child's work, then the parent's
  CHECK(bounds.chain_running == 800);
}

TEST_CASE("a wait that nobody ended is a sleep") {
  RecordMaker maker;
  maker.thread(101, "main").state(101, ThreadState::WaitingForEvents);
  maker.at(700).state(101, ThreadState::Running, 0);
  maker.at(800).state(101, ThreadState::Done).end();
  CHECK(find_bounds(maker.record).chain == 800);
}

TEST_CASE("no bound of a random run is longer than the run") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    RecordMaker maker;
    make_random(maker, seed, 5, 2, 400);
    maker.end();
    Bounds bounds = find_bounds(maker.record);
    sim::Nanoseconds end = maker.now;
    CHECK(bounds.chain <= end);
    CHECK(bounds.cores <= end);
    CHECK(bounds.chain_running <= bounds.chain);
  }
}

}  // namespace
}  // namespace gilsim::reports
