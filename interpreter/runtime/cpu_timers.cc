#include "interpreter/runtime/cpu_timers.h"

#include <algorithm>
#include <array>
#include <csignal>

#include "interpreter/objects/heap.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

struct Running {
  sim::Nanoseconds due = sim::never;  // in CPU time of the process
  sim::Nanoseconds interval = 0;
};
std::array<Running, cpu_timer_count> timers;
constexpr std::array<int, cpu_timer_count> kSignals = {SIGVTALRM, SIGPROF};

Running& timer_of(CpuTimer which) { return timers[static_cast<size_t>(which)]; }
bool any_runs() {
  return std::ranges::any_of(timers, [](const Running& timer) { return timer.due != sim::never; });
}

const AtReset forget([] {
  timers = {};
  cpu_timers_run = false;
});

}  // namespace

bool cpu_timers_run = false;

TimerState cpu_timer(const Interpreter& vm, CpuTimer which) {
  const Running& timer = timer_of(which);
  if (timer.due == sim::never) return {0, timer.interval};
  return {std::max<sim::Nanoseconds>(timer.due - vm.cpu_time(), sim::microsecond), timer.interval};
}

void set_cpu_timer(const Interpreter& vm, CpuTimer which, TimerState next) {
  timer_of(which) = {next.left == 0 ? sim::never : sim::saturating_add(vm.cpu_time(), next.left), next.interval};
  cpu_timers_run = any_runs();
}

void look_at_cpu_timers(Interpreter& vm) {
  const sim::Nanoseconds used = vm.cpu_time();
  for (size_t i = 0; i < timers.size(); ++i) {
    Running& timer = timers[i];
    if (used < timer.due) continue;
    timer.due = timer.interval == 0 ? sim::never : sim::saturating_add(used, timer.interval);
    vm.computer().send_signal(vm.process(), kSignals[i]);
  }
  cpu_timers_run = any_runs();
}

}  // namespace gilsim::python
