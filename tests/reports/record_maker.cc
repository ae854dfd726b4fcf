#include "tests/reports/record_maker.h"

#include <random>
#include <vector>

#include "reports/chrome_trace.h"

namespace gilsim::reports {
namespace {

using sim::ThreadState;

constexpr ThreadState blocked_states[] = {ThreadState::Ready,          ThreadState::WaitingForGil,
                                          ThreadState::WaitingForLock, ThreadState::WaitingForCondition,
                                          ThreadState::WaitingForEvents, ThreadState::Sleeping,
                                          ThreadState::DoingIo,        ThreadState::Joining};

class RandomRun {
 public:
  RandomRun(RecordMaker& maker, std::uint64_t seed, int threads, int cores)
      : maker_(maker), random_(seed), states_(threads, ThreadState::New), on_core_(cores, -1) {}

  void create() {
    for (std::size_t i = 0; i < states_.size(); ++i) maker_.thread(tid(i), "线程-" + std::to_string(i));
  }

  void step() {
    maker_.at(maker_.now + below(3) * below(2'000'000));
    std::size_t thread = below(states_.size());
    if (states_[thread] == ThreadState::Done) return;
    leave_core(thread);
    std::size_t core = below(on_core_.size());
    if (below(3) == 0 && on_core_[core] < 0) {
      on_core_[core] = static_cast<int>(thread);
      change(thread, ThreadState::Running, static_cast<std::uint8_t>(core));
    } else {
      change(thread, below(50) == 0 ? ThreadState::Done : blocked_states[below(std::size(blocked_states))]);
    }
  }

 private:
  static std::uint32_t tid(std::size_t thread) { return 100 + static_cast<std::uint32_t>(thread); }
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

  void leave_core(std::size_t thread) {
    for (int& running : on_core_) {
      if (running != static_cast<int>(thread)) continue;
      running = -1;
      if (holder_ == static_cast<int>(thread)) drop();
    }
  }

  void change(std::size_t thread, ThreadState state, std::uint8_t core = sim::no_core) {
    maker_.state(tid(thread), state, core);
    states_[thread] = state;
    if (state == ThreadState::Running && holder_ < 0) {
      holder_ = static_cast<int>(thread);
      maker_.take_gil(tid(thread));
    }
  }

  void drop() {
    maker_.drop_gil(tid(holder_), below(2) ? sim::GilDropCause::Forced : sim::GilDropCause::Voluntary);
    holder_ = -1;
  }

  RecordMaker& maker_;
  std::mt19937_64 random_;
  std::vector<ThreadState> states_;
  std::vector<int> on_core_;  // the thread that runs there, or -1
  int holder_ = -1;
};

}  // namespace

void make_random(RecordMaker& maker, std::uint64_t seed, int threads, int cores, int happenings) {
  RandomRun run(maker, seed, threads, cores);
  run.create();
  for (int i = 0; i < happenings; ++i) run.step();
  maker.end();
}

std::string saved(const sim::Record& record) {
  struct : TraceOutput {
    bool write(std::string_view text) override { return all += text, true; }
    std::string all;
  } output;
  return write_chrome_trace(record, output) ? output.all : "not saved";
}

}  // namespace gilsim::reports
