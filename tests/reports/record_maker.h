// Records made by hand, one call a happening, and random ones that keep the record's invariants.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/purpose.h"
#include "sim/record.h"
#include "sim/run_result.h"
#include "sim/thread_state.h"

namespace gilsim::reports {

inline constexpr std::uint32_t test_pid = 100;

class RecordMaker {
 public:
  RecordMaker() {
    record.set("python", "3.11");
    record.set("cores", "2");
    record.append({.time = 0,
                   .value = test_pid,
                   .object = record.label("python"),
                   .kind = sim::HappeningKind::ProcessCreated});
  }

  RecordMaker& at(sim::Nanoseconds time) {
    now = time;
    return *this;
  }

  RecordMaker& thread(std::uint32_t tid, std::string_view name) {
    record.append({.time = now,
                   .value = std::int64_t{test_pid} << 32,
                   .thread = tid,
                   .object = record.label(name),
                   .kind = sim::HappeningKind::ThreadCreated});
    return *this;
  }

  RecordMaker& state(std::uint32_t tid, sim::ThreadState state, std::uint8_t core = sim::no_core,
                     std::string_view object = "", sim::PlaceId place = sim::no_place) {
    record.append({.time = now,
                   .thread = tid,
                   .object = object.empty() ? sim::no_label : record.label(object),
                   .place = place,
                   .kind = sim::HappeningKind::StateChanged,
                   .core = core,
                   .detail = static_cast<std::uint8_t>(state)});
    return *this;
  }

  RecordMaker& wake(std::uint32_t tid, std::uint32_t waker) {
    record.append({.time = now,
                   .value = waker,
                   .thread = tid,
                   .kind = sim::HappeningKind::StateChanged,
                   .detail = static_cast<std::uint8_t>(sim::ThreadState::Ready)});
    return *this;
  }

  RecordMaker& spend(std::uint32_t tid, sim::Purpose purpose, sim::Nanoseconds time) {
    record.append({.time = now,
                   .value = time,
                   .thread = tid,
                   .kind = sim::HappeningKind::CpuSpent,
                   .detail = static_cast<std::uint8_t>(purpose)});
    return *this;
  }

  RecordMaker& switch_core(std::uint8_t core, std::uint32_t tid, sim::Nanoseconds length) {
    record.append({.time = now,
                   .value = length,
                   .thread = tid,
                   .kind = sim::HappeningKind::CoreSwitched,
                   .core = core});
    return *this;
  }

  RecordMaker& take_gil(std::uint32_t tid, std::string_view gil = "GIL") {
    record.append(
        {.time = now, .thread = tid, .object = record.label(gil), .kind = sim::HappeningKind::GilTaken});
    return *this;
  }

  RecordMaker& drop_gil(std::uint32_t tid, sim::GilDropCause cause, std::string_view gil = "GIL") {
    record.append({.time = now,
                   .thread = tid,
                   .object = record.label(gil),
                   .kind = sim::HappeningKind::GilDropped,
                   .detail = static_cast<std::uint8_t>(cause)});
    return *this;
  }

  RecordMaker& end(sim::RunOutcome outcome = sim::RunOutcome::Finished) {
    record.append(
        {.time = now, .kind = sim::HappeningKind::RunEnded, .detail = static_cast<std::uint8_t>(outcome)});
    return *this;
  }

  sim::Record record;
  sim::Nanoseconds now = 0;
};

// Fills a record with random happenings of `threads` threads on `cores` cores; each core runs one thread at a
// time.
void make_random(RecordMaker& maker, std::uint64_t seed, int threads, int cores, int happenings);

// The record as a trace that --trace would save.
std::string saved(const sim::Record& record);

}  // namespace gilsim::reports
