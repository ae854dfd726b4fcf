// What a fork makes of the interpreter: in the new process only the forking thread lives, as its main thread, with a GIL of
// its own.
#include "interpreter/objects/heap.h"
#include "interpreter/runtime/interpreter.h"
#include "sim/gils/timed_request_gil.h"

namespace gilsim::python {

void speak_through_first_process(Outside& outside, sim::Computer& computer) {
  auto forward = [&](auto member) {
    return [&computer, original = &outside, member](std::string_view text) {
      computer.run_in_first_process([=, text = sim::SharedString(text)] { (original->*member)(text); });
    };
  };
  outside.write_output = forward(&Outside::write_output);
  outside.write_errors = forward(&Outside::write_errors);
}

bool Interpreter::fork(sim::LabelId name, int64_t* pid) {
  PythonThread& state = current();
  if (!synchronize()) return false;
  const sim::Machine& machine = computer_.machine();
  *pid = computer_.fork(name, nullptr, settings_.passes_for_c ? machine.program_spawn_ns : machine.process_fork_ns);
  thread = &state;
  if (*pid == 0) begin_as_child(state);
  return resume_after_kernel();
}

void Interpreter::begin_as_child(PythonThread& state) {
  state.os_thread = computer_.active();
  process_ = &state.os_thread->process();
  state.is_main = true;
  main_thread_ = &state;
  threads_ = {&state};
  live_threads_ = 1;
  ended_cpu_time_ = 0;
  inherited_memory_ = static_cast<int64_t>(heap.bytes_in_use());
  const sim::Nanoseconds interval = gil_->switch_interval();
  (void)gil_.release();  // the parent's
  gil_ = std::make_unique<sim::TimedRequestGil>(computer_, computer_.record().new_label("GIL"));
  gil_->set_switch_interval(interval);
  gil_->take(*state.os_thread);
  import_locks.keep_only(state);
  speak_through_first_process(outside_, computer_);
}

}  // namespace gilsim::python
