// Where virtual time passes for running code and where threads switch.
//
// The budget covers what may run before the computer must be asked again. When the next instruction does not fit, the
// eval loop comes here. Up to the horizon logical instructions are then executed one at a time, so that the horizon is met
// to the instruction whatever was fused; at the horizon the computer lets its events happen (other threads may run on
// their cores meanwhile); and when one of them has asked for the GIL, stepping goes on to the next switch point of the
// modelled version, where the GIL is given up.
#include <algorithm>

#include "interpreter/objects/collector.h"
#include "interpreter/objects/exception.h"
#include "interpreter/runtime/blocking.h"
#include "interpreter/runtime/cpu_timers.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/signals.h"
#include "interpreter/runtime/switch_points.h"

namespace gilsim::python {

namespace {

constexpr int64_t kStepMask = (int64_t{1} << kBudgetStepBits) - 1;
// A burst is at most this long: 2^20 steps of at least one nanosecond each could not be told apart beyond it.
constexpr sim::Nanoseconds kLongestBurstNs = 1'000'000;

sim::Nanoseconds nanoseconds(int64_t budget) { return budget >> kBudgetStepBits; }

}  // namespace

void Interpreter::refill() {
  PythonThread& state = current();
  ++refills_;
  state.step_offset = 0;
  if (gil_->drop_requested() || computer_.ending() || has_signals(*this, state)) {
    state.granted = state.budget = -1;
    return;
  }
  const sim::Nanoseconds horizon = std::clamp<sim::Nanoseconds>(computer_.time_to_horizon(), 0, kLongestBurstNs);
  state.granted = state.budget = horizon << kBudgetStepBits | kStepMask;
}

sim::Nanoseconds Interpreter::time_ahead() {
  const PythonThread& state = current();
  return state.time_stands_still ? 0 : nanoseconds(state.granted - (state.budget + state.step_offset));
}

bool Interpreter::synchronize() {
  PythonThread& state = current();
  const int64_t used = state.granted - (state.budget + state.step_offset);
  const sim::Nanoseconds passed = time_ahead();
  computer_.usage().steps += static_cast<uint64_t>(used & kStepMask);
  state.granted = state.budget = 0;
  state.step_offset = 0;
  computer_.advance(passed);
  if (cpu_timers_run) look_at_cpu_timers(*this);
  thread = &state;  // others may have run
  if (computer_.ending() || over_limits()) {
    cancel(state);
    return false;
  }
  return true;
}

bool Interpreter::resume_after_kernel() {
  if (computer_.ending()) return cancel(current()), false;
  refill();
  return true;
}

bool Interpreter::over_limits() {
  sim::Computer::Usage& usage = computer_.usage();
  const int64_t own = std::max(int64_t{0}, static_cast<int64_t>(heap.bytes_in_use()) - inherited_memory_);
  usage.memory_bytes += own - std::exchange(process_->memory_bytes, own);
  if (usage.steps > settings_.max_steps) computer_.stop(sim::RunOutcome::StepLimit);
  if (static_cast<size_t>(usage.memory_bytes) + computer_.record().bytes() > heap.limit()) computer_.stop(sim::RunOutcome::MemoryLimit);
  return computer_.ending();
}

void Interpreter::cancel(PythonThread& state) {
  state.cancelled = true;
  state.granted = state.budget = kStepMask;  // what little still runs needs no time
  state.step_offset = 0;
  if (state.pending.is_null()) state.pending = Ref(Value::of(&exceptions::SystemExit)).release();
}

bool Interpreter::may_switch(const PythonThread& state, const Unit* next, bool after_native) const {
  if (after_native) return true;
  if (!state.stepped) return describe(settings_.version).check_sites == CheckSites::EveryOpcode;
  return is_switch_point(describe(settings_.version).check_sites, *state.stepped, *next);
}

int64_t Interpreter::checkpoint(PythonThread& state, Frame* frame, const Unit* next, int64_t budget) {
  const bool after_native = std::exchange(state.native_switch_point, false);
  int64_t exact = budget + state.step_offset;
  if (!state.step_offset) state.stepped = nullptr;
  if (nanoseconds(exact) <= 0) {
    exact = let_time_pass(state, frame, next, exact, after_native);
    if (!state.pending.is_null()) return exact;
  }
  const bool wanted = gil_->drop_requested();
  if (!wanted && exact >= static_cast<int64_t>(next->cost)) {
    state.step_offset = 0;
    return exact;
  }
  state.stepped = next;
  state.step_offset = kStepOffset;
  return exact - kStepOffset;
}

// At the horizon. Gives the new exact budget.
// What an exception interrupts is the instruction executed last, as far as that is known.
int64_t Interpreter::let_time_pass(PythonThread& state, Frame* frame, const Unit* next, int64_t exact, bool after_native) {
  const bool at_switch_point = may_switch(state, next, after_native);
  const Unit* stepped = state.stepped;
  const Unit* executed = std::exchange(frame->instruction, next);  // where the record shall say we are
  state.budget = exact;
  state.step_offset = 0;
  if (!synchronize()) return state.budget;
  frame->instruction = executed;
  collector.collect_if_due(*this);
  thread = &state;
  if (at_switch_point && has_signals(*this, state)) {
    frame->instruction = stepped ? stepped : after_native ? executed : next;
    if (!handle_signals(*this)) return state.budget;
    frame->instruction = executed;
  }
  if (gil_->drop_requested() && at_switch_point) {
    frame->instruction = next;
    if (!gil_->yield(*state.os_thread)) cancel(state);
    thread = &state;
    if (!state.cancelled && ends_at_shutdown(*this, state)) thread = &state;
    if (state.cancelled) return state.budget;
    frame->instruction = executed;
  }
  refill();
  return state.budget;
}

}  // namespace gilsim::python
