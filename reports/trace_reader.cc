// Events come in the order in which their slices ended; happenings are collected first and then put in the
// order of time.
#include "reports/trace_reader.h"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <vector>

#include "sim/purpose.h"
#include "sim/run_result.h"
#include "sim/thread_state.h"

namespace gilsim::reports {
namespace {

using json = nlohmann::ordered_json;  // settings keep their order
using sim::Happening;
using sim::HappeningKind;
using sim::Nanoseconds;
using sim::ThreadState;

// Thrown and caught in this file alone: the JSON library reports what is missing by throwing, too.
struct Damaged : std::runtime_error {
  Damaged() : std::runtime_error("damaged") {}
};

Nanoseconds nanoseconds(const json& microseconds) {
  double value = microseconds.get<double>();
  if (!(value >= 0 && value < 9e15)) throw Damaged();
  return std::llround(value * 1000);
}

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) throw Damaged();
  return value;
}

std::optional<ThreadState> find_state(const std::string& label) {
  for (const auto& known : sim::thread_state_table) {
    if (known.label == label) return known.state;
  }
  return std::nullopt;
}

sim::RunOutcome find_outcome(const std::string& verdict) {
  for (const auto& known : sim::run_outcome_table) {
    if (known.verdict == verdict) return known.outcome;
  }
  throw Damaged();
}

// What of equal times comes first: what others need to be there, and a lock is dropped before it is taken
// again.
int rank(HappeningKind kind) {
  switch (kind) {
    case HappeningKind::ProcessCreated: return 0;
    case HappeningKind::ThreadCreated: return 1;
    case HappeningKind::GilDropRequested: return 2;
    case HappeningKind::GilDropped: return 3;
    case HappeningKind::StateChanged: return 4;
    case HappeningKind::RunEnded: return 6;
    default: return 5;
  }
}

class TraceReader {
 public:
  explicit TraceReader(const json& trace) : trace_(trace), record_(std::make_unique<sim::Record>()) {}

  std::unique_ptr<sim::Record> read() {
    const json& metadata = trace_.at("metadata");
    for (const auto& [key, value] : metadata.at("gilsim").items())
      record_->set(key, value.get<std::string>());
    const json& run = metadata.at("run");
    ended_at_ = nanoseconds(run.at("ended_at"));
    outcome_ = find_outcome(run.at("outcome").get<std::string>());
    cores_pid_ = run.at("cores_pid").get<std::uint32_t>();
    for (const json& event : trace_.at("traceEvents")) read_event(event);
    for (auto& [tid, thread] : threads_) create(tid, thread);
    add({.time = ended_at_, .kind = HappeningKind::RunEnded, .detail = static_cast<std::uint8_t>(outcome_)});
    write();
    return std::move(record_);
  }

 private:
  struct Thread {
    std::uint32_t pid = 0;
    std::string name;
    Nanoseconds from = sim::never;
    Nanoseconds to = 0;
  };

  void read_event(const json& event) {
    const std::string kind = event.at("ph").get<std::string>();
    auto pid = event.at("pid").get<std::uint32_t>();
    if (kind == "M") return read_name(event, pid);
    auto tid = event.at("tid").get<std::uint32_t>();
    if (kind == "i") return read_instant(event, tid);
    if (kind != "X") return;
    if (pid == cores_pid_) return read_core(event, tid);
    if (event.at("args").contains("thread")) return read_holding(event);
    read_state(event, pid, tid);
  }

  void read_name(const json& event, std::uint32_t pid) {
    const std::string name = event.at("args").at("name").get<std::string>();
    if (pid == cores_pid_) return;
    if (event.at("name") == "process_name") {
      add({.value = pid, .object = record_->label(name), .kind = HappeningKind::ProcessCreated});
    } else {
      names_[event.at("tid").get<std::uint32_t>()] = name;
    }
  }

  void read_instant(const json& event, std::uint32_t tid) {
    Happening happening{.time = nanoseconds(event.at("ts")), .thread = tid};
    happening.object = object_of(event);
    happening.place = place_of(event, "place");
    const std::string name = event.at("name").get<std::string>();
    auto purpose = std::find(std::begin(sim::purpose_labels), std::end(sim::purpose_labels), name);
    if (purpose != std::end(sim::purpose_labels)) {
      happening.kind = HappeningKind::CpuSpent;
      happening.detail = static_cast<std::uint8_t>(purpose - std::begin(sim::purpose_labels));
      happening.value = nanoseconds(event.at("args").at("us"));
    } else if (name == "asks for the GIL")
      happening.kind = HappeningKind::GilDropRequested;
    else if (name == "loses its core")
      happening.kind = HappeningKind::Preempted;
    else
      return;
    add(happening);
  }

  // Who ran on a core is in the threads' slices already; the switches are here only.
  void read_core(const json& event, std::uint32_t track) {
    if (!event.at("args").contains("to")) return;
    add({.time = nanoseconds(event.at("ts")),
         .value = nanoseconds(event.at("dur")),
         .kind = HappeningKind::CoreSwitched,
         .core = core(track - cores_pid_ - 1)});
  }

  void read_holding(const json& event) {
    const json& arguments = event.at("args");
    Nanoseconds from = nanoseconds(event.at("ts"));
    Happening taken{.time = from, .thread = number(arguments.at("thread").get<std::string>())};
    taken.object = record_->label("GIL " + std::to_string(event.at("pid").get<std::uint32_t>()));
    taken.place = place_of(event, "place");
    taken.kind = HappeningKind::GilTaken;
    add(taken);
    if (!arguments.contains("dropped")) return;
    bool forced = arguments.at("dropped") == "forced";
    taken.time = from + nanoseconds(event.at("dur"));
    taken.place = place_of(event, "dropped_at");
    taken.kind = HappeningKind::GilDropped;
    taken.detail =
        static_cast<std::uint8_t>(forced ? sim::GilDropCause::Forced : sim::GilDropCause::Voluntary);
    add(taken);
  }

  void read_state(const json& event, std::uint32_t pid, std::uint32_t tid) {
    auto state = find_state(event.at("name").get<std::string>());
    if (!state || *state == ThreadState::Done) throw Damaged();
    Happening happening{.time = nanoseconds(event.at("ts")), .thread = tid, .object = object_of(event)};
    happening.place = place_of(event, "place");
    happening.kind = HappeningKind::StateChanged;
    happening.detail = static_cast<std::uint8_t>(*state);
    if (*state == ThreadState::Running)
      happening.core = core(number(event.at("args").at("core").get<std::string>()));
    Thread& thread = threads_[tid];
    thread.pid = pid;
    thread.from = std::min(thread.from, happening.time);
    thread.to = std::max(thread.to, happening.time + nanoseconds(event.at("dur")));
    add(happening);
  }

  void create(std::uint32_t tid, const Thread& thread) {
    add({.time = thread.from,
         .value = std::int64_t{thread.pid} << 32,
         .thread = tid,
         .object = record_->label(names_[tid]),
         .kind = HappeningKind::ThreadCreated});
    bool ended = thread.to < ended_at_ || outcome_ == sim::RunOutcome::Finished;
    if (!ended) return;
    add({.time = thread.to,
         .thread = tid,
         .kind = HappeningKind::StateChanged,
         .detail = static_cast<std::uint8_t>(ThreadState::Done)});
  }

  // Threads have numbers in the order of their creation, so those created at one time keep it.
  void write() {
    std::stable_sort(happenings_.begin(), happenings_.end(), [](const Happening& a, const Happening& b) {
      bool created = a.kind == HappeningKind::ThreadCreated && b.kind == a.kind;
      return std::tuple{a.time, rank(a.kind), created ? a.thread : 0} <
             std::tuple{b.time, rank(b.kind), created ? b.thread : 0};
    });
    for (const Happening& happening : happenings_) {
      bool known = happening.thread == 0 || threads_.count(happening.thread) > 0;
      if (!known || happening.time > ended_at_) throw Damaged();
      record_->append(happening);
    }
  }

  void add(const Happening& happening) { happenings_.push_back(happening); }

  static std::uint8_t core(std::uint32_t number) {
    if (number >= sim::no_core) throw Damaged();
    return static_cast<std::uint8_t>(number);
  }

  sim::LabelId object_of(const json& event) {
    const json& arguments = event.at("args");
    return arguments.contains("object") ? record_->label(arguments.at("object").get<std::string>())
                                        : sim::no_label;
  }

  sim::PlaceId place_of(const json& event, const char* key) {
    const json& arguments = event.at("args");
    if (!arguments.contains(key)) return sim::no_place;
    const std::string place = arguments.at(key).get<std::string>();
    std::size_t colon = place.rfind(':');
    if (colon == std::string::npos) throw Damaged();
    return record_->place(record_->label(place.substr(0, colon)),
                          number(std::string_view(place).substr(colon + 1)));
  }

  const json& trace_;
  std::unique_ptr<sim::Record> record_;
  std::map<std::uint32_t, Thread> threads_;
  std::map<std::uint32_t, std::string> names_;  // of tracks
  std::vector<Happening> happenings_;
  Nanoseconds ended_at_ = 0;
  sim::RunOutcome outcome_ = sim::RunOutcome::Finished;
  std::uint32_t cores_pid_ = 0;
};

}  // namespace

ReadTrace parse_chrome_trace(const std::string& text) {
  json trace = json::parse(text, nullptr, false);
  if (trace.is_discarded()) return {nullptr, TraceProblem::NoJson};
  try {
    return {TraceReader(trace).read()};
  } catch (const json::exception&) {
  } catch (const Damaged&) {
  }
  return {nullptr, TraceProblem::NotOurs};
}

ReadTrace load_chrome_trace(const std::string& path) {
  errno = 0;
  gzFile file = gzopen(path.c_str(), "rb");
  if (!file) return {nullptr, TraceProblem::Unreadable, errno};
  std::string text;
  std::vector<char> buffer(1 << 20);
  int size = 0;
  while ((size = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0)
    text.append(buffer.data(), static_cast<std::size_t>(size));
  int error = size < 0 ? (errno ? errno : EIO) : 0;
  gzclose(file);
  if (error) return {nullptr, TraceProblem::Unreadable, error};
  return parse_chrome_trace(text);
}

bool looks_like_trace(const std::string& text) {
  return text.starts_with("\x1f\x8b") || text.starts_with("{\"displayTimeUnit\"");
}

}  // namespace gilsim::reports
