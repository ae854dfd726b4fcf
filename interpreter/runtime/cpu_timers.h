// setitimer(2) with ITIMER_VIRTUAL and ITIMER_PROF: a signal after so much CPU time of the process. Looked at whenever
// a thread's time is told to the computer, so a signal comes up to a millisecond late; Linux's come up to a tick late.
#pragma once

#include "sim/time.h"

namespace gilsim::python {

class Interpreter;

enum class CpuTimer { Virtual, Profiling };
inline constexpr int cpu_timer_count = 2;

struct TimerState {
  sim::Nanoseconds left = 0, interval = 0;  // left 0: it does not run
};

TimerState cpu_timer(const Interpreter& vm, CpuTimer which);
void set_cpu_timer(const Interpreter& vm, CpuTimer which, TimerState next);

extern bool cpu_timers_run;
// REQUIRES: cpu_timers_run; the computer's clock is up to date.
void look_at_cpu_timers(Interpreter& vm);

}  // namespace gilsim::python
