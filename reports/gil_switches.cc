#include "reports/gil_switches.h"

#include <fmt/format.h>

#include <map>
#include <unordered_map>

namespace gilsim::reports {
namespace {

using sim::Happening;
using sim::HappeningKind;
using sim::ThreadState;

constexpr std::size_t none = SIZE_MAX;

class Collector {
 public:
  explicit Collector(const sim::Record& record) : record_(record) {}

  std::vector<GilSwitch> run() {
    for (const Happening& happening : record_) follow(happening);
    return std::move(switches_);
  }

 private:
  // The last time that a GIL was dropped, and what is found out about it afterwards.
  struct Drop {
    std::uint32_t thread = 0;
    GilSwitch made;
    std::size_t index = none;  // of the switch it became
  };

  void follow(const Happening& happening) {
    switch (happening.kind) {
      case HappeningKind::ThreadCreated:
      case HappeningKind::ThreadRenamed: names_[happening.thread] = record_.text(happening.object); break;
      case HappeningKind::GilDropped: drop(happening); break;
      case HappeningKind::GilTaken: take(happening); break;
      case HappeningKind::StateChanged: change(happening); break;
      default: break;
    }
  }

  void drop(const Happening& happening) {
    Drop& last = drops_[happening.object];
    last = {happening.thread, {}, none};
    last.made.from = names_[happening.thread];
    last.made.place = place(happening.place);
    last.made.forced = static_cast<sim::GilDropCause>(happening.detail) == sim::GilDropCause::Forced;
  }

  void take(const Happening& happening) {
    auto last = drops_.find(happening.object);
    if (last == drops_.end() || last->second.thread == happening.thread) return;
    last->second.made.at = happening.time;
    last->second.made.to = names_[happening.thread];
    last->second.index = switches_.size();
    switches_.push_back(last->second.made);
  }

  // A thread first drops the GIL and then blocks; sometimes the next one has taken it by then.
  void change(const Happening& happening) {
    auto state = static_cast<ThreadState>(happening.detail);
    bool tells = sim::is_blocked(state) || state == ThreadState::Done;
    if (!tells || state == ThreadState::WaitingForGil) return;
    for (auto& [gil, last] : drops_) {
      bool is_its =
          last.thread == happening.thread && !last.made.forced && last.made.next == ThreadState::Running;
      if (!is_its) continue;
      last.made.next = state;
      if (last.index != none) switches_[last.index].next = state;
    }
  }

  std::string place(sim::PlaceId id) const {
    if (id == sim::no_place) return "";
    sim::Place at = record_.place_of(id);
    return fmt::format("{}:{}", record_.text(at.file), at.line);
  }

  const sim::Record& record_;
  std::unordered_map<std::uint32_t, std::string> names_;
  std::map<sim::LabelId, Drop> drops_;  // of each GIL
  std::vector<GilSwitch> switches_;
};

}  // namespace

std::vector<GilSwitch> gil_switches(const sim::Record& record) {
  return Collector(record).run();
}

}  // namespace gilsim::reports
