#include "interpreter/runtime/signals.h"

#include <bit>
#include <csignal>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/blocking.h"
#include "interpreter/runtime/frame_snapshot.h"
#include "sim/files/file_table.h"

namespace gilsim::python {

namespace {

// Measured on CPython 3.11: from kill(2) to the first instruction of a handler, and back.
constexpr int64_t kSignalNs = 2'200;

// One octet for each signal, its number (signal.set_wakeup_fd).
bool write_to_descriptor(Interpreter& vm, sim::SignalSet signals) {
  if (vm.wakeup_descriptor < 0) return true;
  std::string octets;
  for (; signals; signals &= signals - 1) octets += static_cast<char>(std::countr_zero(signals) + 1);
  ReleasedGil released(vm);
  if (!octets.empty() && !vm.computer().ending()) vm.files().write(released.os_thread(), vm.wakeup_descriptor, octets);
  return released.take_back();
}

bool announce(Interpreter& vm, sim::SignalSet signals) {
  const sim::SignalSet fresh = signals & ~vm.announced_signals;
  vm.announced_signals |= signals;
  return !fresh || write_to_descriptor(vm, fresh);
}

bool run_handler(Interpreter& vm, int signal) {
  vm.charge(kSignalNs);
  Ref handler(vm.signal_handlers[static_cast<size_t>(signal)]);
  if (!handler) return signal != SIGINT || fail(vm, exceptions::KeyboardInterrupt);
  Ref frame = vm.thread->frame ? make_frame_snapshot(vm, vm.thread->frame) : Ref(kNone);
  return static_cast<bool>(call(vm, handler, {make_int(signal), frame}));
}

}  // namespace

void install_signal_actions(Interpreter& vm) {
  auto& actions = vm.process().signals.actions;
  if (vm.settings().passes_for_c) {
    actions[SIGPIPE] = actions[SIGXFSZ] = sim::SignalAction::Default;
    return;
  }
  if (actions[SIGINT] == sim::SignalAction::Default) actions[SIGINT] = sim::SignalAction::Catch;
  actions[SIGPIPE] = actions[SIGXFSZ] = sim::SignalAction::Ignore;
}

// While the interpreter is being set up or taken apart there is no program to tell.
bool has_signals(Interpreter& vm, const PythonThread& thread) {
  return thread.is_main && vm.process().signals.caught != 0 && vm.main_module;
}

bool handle_signals(Vm& any_vm) {
  Interpreter& vm = interpreter(any_vm);
  if (!has_signals(vm, vm.current())) return true;
  sim::SignalSet caught = vm.computer().take_caught_signals(*vm.current().os_thread);
  if (!announce(vm, caught)) return false;
  vm.announced_signals &= ~caught;
  bool handled = true;
  for (; caught && handled; caught &= caught - 1) handled = run_handler(vm, std::countr_zero(caught) + 1);
  if (vm.current().cancelled || !vm.synchronize()) return false;
  vm.process().signals.caught |= caught;  // what an exception has left for later
  vm.refill();
  return handled;
}

bool announce_signals(Interpreter& vm) {
  sim::Thread* main = vm.main_os_thread();
  if (vm.process().signals.caught && main && main->state() == sim::ThreadState::WaitingForEvents) vm.computer().interrupt(*main);
  return vm.wakeup_descriptor < 0 || announce(vm, vm.process().signals.caught);
}

}  // namespace gilsim::python
