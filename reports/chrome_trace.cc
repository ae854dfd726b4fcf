#include "reports/chrome_trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "reports/json_text.h"
#include "reports/state_intervals.h"
#include "sim/purpose.h"
#include "sim/run_result.h"

namespace gilsim::reports {
namespace {

using sim::Happening;
using sim::HappeningKind;
using sim::Nanoseconds;
using sim::ThreadState;

// Nanoseconds as the format's microseconds.
std::string microseconds(Nanoseconds time) {
  return fmt::format("{}.{:03}", time / 1000, time % 1000);
}

struct Track {
  std::uint32_t pid = 0;
  std::uint32_t tid = 0;
};

struct OpenSlice {
  Track track;
  std::string name;
  std::string arguments;  // members of a JSON object, without the braces
  Nanoseconds from = 0;
};

class TraceWriter {
 public:
  TraceWriter(const sim::Record& record, TraceOutput& output) : record_(record), output_(output) {}

  bool run() {
    find_numbers();
    buffer_ = "{\"displayTimeUnit\":\"ns\",\n" + metadata() + "\"traceEvents\":[";
    name_process(cores_pid_, "cores");
    auto visit = [this](const StateInterval& interval) { add_state(interval); };
    StateIntervals intervals;
    for (const Happening& happening : record_) {
      intervals.follow(happening, visit);
      follow(happening);
    }
    intervals.finish(end_of(record_), visit);
    for (auto& [gil, slice] : holdings_) add_slice(slice, end_of(record_));
    buffer_ += "\n]}\n";
    flush();
    return good_;
  }

 private:
  // Tracks of our own get numbers above all simulated ones: Perfetto wants them unique over all processes.
  void find_numbers() {
    std::uint32_t largest = 0;
    for (const Happening& happening : record_) {
      if (happening.kind == HappeningKind::ProcessCreated) {
        largest = std::max(largest, static_cast<std::uint32_t>(happening.value));
      } else if (happening.kind == HappeningKind::ThreadCreated) {
        largest = std::max({largest, happening.thread, static_cast<std::uint32_t>(happening.value >> 32)});
      }
    }
    cores_pid_ = largest + 1;
    next_number_ = cores_pid_ + 1 + sim::no_core;
  }

  std::string metadata() const {
    std::string text = "\"metadata\":{\"gilsim\":{";
    for (const auto& [key, value] : record_.settings()) {
      text += fmt::format("{}{}:{}", text.back() == '{' ? "" : ",", json_string(key), json_string(value));
    }
    auto outcome = record_.empty() ? sim::RunOutcome::Finished : static_cast<sim::RunOutcome>(record_[record_.size() - 1].detail);
    return text + fmt::format("}},\"run\":{{\"outcome\":\"{}\",\"ended_at\":{},\"cores_pid\":{}}}}},\n",
                              sim::info(outcome).verdict, microseconds(end_of(record_)), cores_pid_);
  }

  void follow(const Happening& happening) {
    switch (happening.kind) {
      case HappeningKind::ProcessCreated:
        name_process(static_cast<std::uint32_t>(happening.value), record_.text(happening.object));
        break;
      case HappeningKind::ThreadCreated:
        pid_of_[happening.thread] = static_cast<std::uint32_t>(happening.value >> 32);
        rename(happening);
        break;
      case HappeningKind::ThreadRenamed: rename(happening); break;
      case HappeningKind::CoreSwitched: add_switch(happening); break;
      case HappeningKind::GilTaken: take_gil(happening); break;
      case HappeningKind::GilDropped: drop_gil(happening); break;
      case HappeningKind::GilDropRequested: add_instant(happening, "asks for the GIL"); break;
      case HappeningKind::CpuSpent: add_spent(happening); break;
      case HappeningKind::Preempted: add_instant(happening, "loses its core"); break;
      case HappeningKind::Deadlocked: add_instant(happening, "waits for ever"); break;
      default: break;  // shown by the states
    }
  }

  void rename(const Happening& happening) {
    names_[happening.thread] = record_.text(happening.object);
    name_track(track_of(happening.thread), names_[happening.thread]);
  }

  Track track_of(std::uint32_t tid) { return {pid_of_[tid], tid}; }

  Track core_track(std::uint8_t core) {
    Track track{cores_pid_, cores_pid_ + 1 + core};
    if (named_cores_.insert(core).second) name_track(track, fmt::format("core {}", core));
    return track;
  }

  Track gil_track(std::uint32_t pid) {
    auto [track, is_new] = gil_tracks_.try_emplace(pid);
    if (is_new) {
      track->second = {pid, next_number_++};
      name_track(track->second, "GIL");
    }
    return track->second;
  }

  void add_state(const StateInterval& interval) {
    std::string arguments;
    if (interval.object != sim::no_label) add_argument(arguments, "object", record_.text(interval.object));
    add_place(arguments, interval.place);
    const auto& state = sim::info(interval.state);
    if (interval.state == ThreadState::Running) add_argument(arguments, "core", std::to_string(interval.core));
    add_slice({track_of(interval.tid), std::string(state.label), arguments, interval.from}, interval.to);
    if (interval.state == ThreadState::Running) {
      add_slice({core_track(interval.core), names_[interval.tid], "", interval.from}, interval.to);
    }
  }

  void add_switch(const Happening& happening) {
    Nanoseconds until = std::min(happening.time + happening.value, end_of(record_));
    std::string arguments;
    add_argument(arguments, "to", names_[happening.thread]);
    add_slice({core_track(happening.core), "switch", arguments, happening.time}, until);
  }

  void take_gil(const Happening& happening) {
    std::string arguments;
    add_argument(arguments, "thread", std::to_string(happening.thread));
    add_place(arguments, happening.place);
    holdings_[happening.object] = {gil_track(pid_of_[happening.thread]), names_[happening.thread], arguments,
                                   happening.time};
  }

  void drop_gil(const Happening& happening) {
    auto slice = holdings_.find(happening.object);
    if (slice == holdings_.end()) return;
    bool forced = static_cast<sim::GilDropCause>(happening.detail) == sim::GilDropCause::Forced;
    add_argument(slice->second.arguments, "dropped", forced ? "forced" : "voluntary");
    add_place(slice->second.arguments, happening.place, "dropped_at");
    add_slice(slice->second, happening.time);
    holdings_.erase(slice);
  }

  static void add_argument(std::string& arguments, std::string_view key, std::string_view value) {
    arguments += fmt::format("{}\"{}\":{}", arguments.empty() ? "" : ",", key, json_string(value));
  }

  void add_place(std::string& arguments, sim::PlaceId id, std::string_view key = "place") {
    if (id == sim::no_place) return;
    sim::Place place = record_.place_of(id);
    add_argument(arguments, key, fmt::format("{}:{}", record_.text(place.file), place.line));
  }

  void add_slice(const OpenSlice& slice, Nanoseconds to) {
    if (to <= slice.from) return;
    add(fmt::format("{{\"ph\":\"X\",\"pid\":{},\"tid\":{},\"ts\":{},\"dur\":{},\"name\":{},\"args\":{{{}}}}}",
                    slice.track.pid, slice.track.tid, microseconds(slice.from), microseconds(to - slice.from),
                    json_string(slice.name), slice.arguments));
  }

  void add_instant(const Happening& happening, std::string_view name) {
    Track track = track_of(happening.thread);
    std::string arguments;
    if (happening.object != sim::no_label) add_argument(arguments, "object", record_.text(happening.object));
    add_place(arguments, happening.place);
    add(fmt::format(
        "{{\"ph\":\"i\",\"s\":\"t\",\"pid\":{},\"tid\":{},\"ts\":{},\"name\":\"{}\",\"args\":{{{}}}}}",
        track.pid, track.tid, microseconds(happening.time), name, arguments));
  }

  void add_spent(const Happening& happening) {
    Track track = track_of(happening.thread);
    add(fmt::format("{{\"ph\":\"i\",\"s\":\"t\",\"pid\":{},\"tid\":{},\"ts\":{},\"name\":\"{}\",\"args\":{{\"us\":{}}}}}",
                    track.pid, track.tid, microseconds(happening.time),
                    sim::label(static_cast<sim::Purpose>(happening.detail)), microseconds(happening.value)));
  }

  void name_process(std::uint32_t pid, std::string_view name) {
    add(fmt::format("{{\"ph\":\"M\",\"pid\":{},\"name\":\"process_name\",\"args\":{{\"name\":{}}}}}", pid,
                    json_string(name)));
  }

  void name_track(Track track, std::string_view name) {
    add(fmt::format(
        "{{\"ph\":\"M\",\"pid\":{},\"tid\":{},\"name\":\"thread_name\",\"args\":{{\"name\":{}}}}}", track.pid,
        track.tid, json_string(name)));
  }

  void add(std::string_view event) {
    buffer_ += first_ ? "\n" : ",\n";
    first_ = false;
    buffer_ += event;
    if (buffer_.size() > 64 * 1024) flush();
  }

  void flush() {
    good_ = good_ && output_.write(buffer_);
    buffer_.clear();
  }

  const sim::Record& record_;
  TraceOutput& output_;
  std::string buffer_;
  bool first_ = true;
  bool good_ = true;
  std::uint32_t cores_pid_ = 0;
  std::uint32_t next_number_ = 0;
  std::unordered_map<std::uint32_t, std::uint32_t> pid_of_;  // of a tid
  std::unordered_map<std::uint32_t, std::string> names_;     // of a tid
  std::set<std::uint8_t> named_cores_;
  std::map<std::uint32_t, Track> gil_tracks_;   // of a pid
  std::map<sim::LabelId, OpenSlice> holdings_;  // of a GIL
};

}  // namespace

bool write_chrome_trace(const sim::Record& record, TraceOutput& output) {
  return TraceWriter(record, output).run();
}

}  // namespace gilsim::reports
