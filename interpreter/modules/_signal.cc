// _signal: signals by number. library/signal.py gives them their names, as CPython's does.
#include <cmath>
#include <csignal>

#include "interpreter/modules/seconds.h"
#include "interpreter/modules/struct_sequence.h"
#include "interpreter/modules/system_call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/for_each.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/blocking.h"
#include "interpreter/runtime/cpu_timers.h"
#include "interpreter/runtime/signals.h"
#include "sim/process_numbers.h"

namespace gilsim::python {

namespace {

using sim::SignalAction;
using sim::SignalSet;

constexpr int64_t kCallNs = 600;  // a system call about signals, on the measured machine
constexpr int kDefault = 0, kIgnore = 1;
constexpr int kBlock = 0, kUnblock = 1, kSetMask = 2;
// The C library keeps two for itself.
constexpr bool is_usable(int64_t number) { return number >= 1 && number <= sim::most_signals && number != 32 && number != 33; }

Type itimer_error_type;

bool read_signal(Vm& vm, Value given, int* signal) {
  int64_t number;
  if (!as_int64(vm, given, &number)) return false;
  if (number < 1 || number > sim::most_signals) return fail(vm, exceptions::ValueError, "signal number out of range");
  *signal = static_cast<int>(number);
  return true;
}

// A number to be sent: 0 only asks whether the receiver is there.
bool read_sent(Vm& vm, Value given, int* signal) {
  int64_t number;
  if (!as_int64(vm, given, &number)) return false;
  if (number < 0 || number > sim::most_signals) return fail_os_error(vm, EINVAL);
  *signal = static_cast<int>(number);
  return true;
}

bool read_signals(Vm& vm, Value given, SignalSet* signals) {
  *signals = 0;
  return for_each(vm, given, [&](Value each) {
    int64_t number;
    if (!as_int64(vm, each, &number)) return false;
    if (number < 1 || number > sim::most_signals)
      return fail(vm, exceptions::ValueError, "signal number {} out of range [1; {}]", number, sim::most_signals);
    *signals |= sim::signal_bit(static_cast<int>(number));
    return true;
  });
}

Ref make_signals(Vm& vm, SignalSet signals) {
  Ref set = make_set(vm, kNull);
  for (int number = 1; set && number <= sim::most_signals; ++number)
    if ((signals & sim::signal_bit(number)) && is_usable(number) && !set_add(vm, set.as<Set>(), make_int(number))) return {};
  return set;
}

bool require_main(Vm& vm, const char* function) {
  return interpreter(vm).current().is_main || fail(vm, exceptions::ValueError, "{} only works in main thread of the main interpreter", function);
}

// --- handlers --------------------------------------------------------------------------------------------------------

Ref handler_of(Interpreter& vm, int signal) {
  switch (vm.process().signals.actions[static_cast<size_t>(signal)]) {
    case SignalAction::Default: return make_int(kDefault);
    case SignalAction::Ignore: return make_int(kIgnore);
    case SignalAction::Catch: return Ref(vm.signal_handlers[static_cast<size_t>(signal)]);
  }
  return {};
}

bool read_handler(Vm& vm, Value handler, SignalAction* action) {
  const auto number = is_int(handler) ? int64_of(handler) : std::nullopt;
  if (number == kDefault || number == kIgnore) {
    *action = number == kDefault ? SignalAction::Default : SignalAction::Ignore;
    return true;
  }
  *action = SignalAction::Catch;
  return is_callable(handler) ||
         fail(vm, exceptions::TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
}

Ref set_handler(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  vm.charge(kCallNs);
  int signal;
  SignalAction action;
  if (!require_main(vm, "signal") || !read_signal(vm, arguments[0], &signal) || !read_handler(vm, arguments[1], &action)) return {};
  if (!is_usable(signal) || signal == SIGKILL || signal == SIGSTOP) return raise_os_error(vm, EINVAL);
  if (!handle_signals(vm)) return {};  // those of the old handler
  Ref previous = handler_of(vm, signal);
  vm.process().signals.actions[static_cast<size_t>(signal)] = action;
  Ref kept = action == SignalAction::Catch ? Ref(arguments[1]) : Ref();
  decref(std::exchange(vm.signal_handlers[static_cast<size_t>(signal)], kept.release()));
  return previous;
}

Ref get_handler(Vm& vm, const Arguments& arguments) {
  int signal;
  if (!read_signal(vm, arguments[0], &signal)) return {};
  return is_usable(signal) ? handler_of(interpreter(vm), signal) : Ref(kNone);
}

Ref default_int_handler(Vm& vm, const Arguments&) { return raise(vm, exceptions::KeyboardInterrupt); }

Ref set_wakeup_descriptor(Vm& any_vm, const Arguments& arguments) {
  static const char* const parameter_names[] = {"fd", "warn_on_full_buffer"};
  static const ParameterList parameters{"set_wakeup_fd", parameter_names, 2};
  Interpreter& vm = interpreter(any_vm);
  Value given[2];
  int64_t number;
  if (arguments.size() == 0) return raise(vm, exceptions::TypeError, "set_wakeup_fd() takes exactly 1 positional argument (0 given)");
  if (!bind(vm, arguments, parameters, given) || !as_int64(vm, given[0], &number) || !require_main(vm, "set_wakeup_fd")) return {};
  if (number >= 0) {
    const auto file = vm.files().find(static_cast<int>(number));
    if (!file) return raise_os_error(vm, EBADF);
    if (!(file->flags() & O_NONBLOCK)) return raise(vm, exceptions::ValueError, "the fd {} must be in non-blocking mode", number);
  }
  return make_int(int64_t{std::exchange(vm.wakeup_descriptor, number < 0 ? -1 : static_cast<int>(number))});
}

// Waits are begun anew after each signal, whatever was asked for.
Ref siginterrupt(Vm& vm, const Arguments& arguments) {
  int signal;
  if (!read_signal(vm, arguments[0], &signal)) return {};
  return is_usable(signal) ? Ref(kNone) : raise_os_error(vm, EINVAL);
}

// --- sending ---------------------------------------------------------------------------------------------------------

// `send` hands it to the computer. Its handler, if any, runs where the program looks next.
template <class Send>
Ref send_now(Vm& any_vm, int signal, Send send) {
  Interpreter& vm = interpreter(any_vm);
  vm.charge(kCallNs);
  if (!vm.synchronize()) return {};
  if (signal != 0) send();
  const bool goes_on = vm.resume_after_kernel() && announce_signals(vm);
  return goes_on ? Ref(kNone) : Ref();
}

Ref raise_signal(Vm& vm, const Arguments& arguments) {
  int signal;
  if (!read_sent(vm, arguments[0], &signal)) return {};
  return send_now(vm, signal, [&] { interpreter(vm).computer().send_signal(*vm.thread->os_thread, signal); });
}

Ref pthread_kill(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  int64_t ident;
  int signal;
  if (!as_int64(vm, arguments[0], &ident) || !read_sent(vm, arguments[1], &signal)) return {};
  const PythonThread* thread = vm.find_thread(static_cast<uint64_t>(ident));
  if (!thread) return raise_os_error(vm, ESRCH);
  return send_now(vm, signal, [&] { vm.computer().send_signal(*thread->os_thread, signal); });
}

Ref kill_group(Interpreter& vm, uint32_t group, int signal) {
  if (!vm.computer().send_signal_to_group(group, 0)) return raise_os_error(vm, ESRCH);
  return send_now(vm, signal, [&] { vm.computer().send_signal_to_group(group, signal); });
}

// A process, or with a number below 1 a process group.
Ref kill(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  int64_t pid;
  int signal;
  if (!as_int64(vm, arguments[0], &pid) || !read_sent(vm, arguments[1], &signal)) return {};
  if (pid == -1) return raise_os_error(vm, EPERM);  // everybody
  if (pid <= 0) return kill_group(vm, pid == 0 ? vm.process().group : sim::pid_of_shown(-pid), signal);
  sim::Process* process = vm.computer().find_process(sim::pid_of_shown(pid));
  if (!process) return raise_os_error(vm, ESRCH);
  return send_now(vm, signal, [&] {
    if (!process->ended) vm.computer().send_signal(*process, signal);
  });
}

// --- timers ----------------------------------------------------------------------------------------------------------

enum Timer : int64_t { kReal, kVirtual, kProfiling };

TimerState timer_state(Interpreter& vm, Timer which) {
  if (which != kReal) return cpu_timer(vm, which == kVirtual ? CpuTimer::Virtual : CpuTimer::Profiling);
  const sim::ProcessSignals& signals = vm.process().signals;
  return {signals.alarm_at == sim::never ? 0 : signals.alarm_at - vm.computer().now(), signals.alarm_interval};
}

// Sets a timer unless `next` is null; gives what it was. False: the run is over.
bool exchange_timer(Vm& any_vm, Timer which, const TimerState* next, TimerState* previous) {
  Interpreter& vm = interpreter(any_vm);
  vm.charge(kCallNs);
  if (!vm.synchronize()) return false;
  *previous = timer_state(vm, which);
  if (next && which == kReal) vm.computer().set_alarm(vm.process(), next->left, next->interval);
  else if (next) set_cpu_timer(vm, which == kVirtual ? CpuTimer::Virtual : CpuTimer::Profiling, *next);
  return vm.resume_after_kernel();
}

// Whole seconds, rounded as the kernel does: up if anything is left at all, else to the nearest.
Ref alarm(Vm& vm, const Arguments& arguments) {
  int64_t seconds;
  if (!as_int64(vm, arguments[0], &seconds)) return {};
  const TimerState next{static_cast<sim::Nanoseconds>(static_cast<uint32_t>(seconds)) * sim::second, 0};
  TimerState previous;
  if (!exchange_timer(vm, kReal, &next, &previous)) return {};
  if (previous.left == 0) return make_int(int64_t{0});
  return make_int(std::max<int64_t>(1, (previous.left + sim::second / 2) / sim::second));
}

Ref make_timer(const TimerState& timer) {
  auto seconds = [](sim::Nanoseconds time) { return make_float(static_cast<double>(time / sim::microsecond) / 1e6); };
  return make_tuple({seconds(timer.left), seconds(timer.interval)});
}

Ref raise_itimer_error(Vm& vm) {
  Ref exception = call(vm, Value::of(&itimer_error_type), {make_int(EINVAL), make_str(error_text(EINVAL))});
  return exception ? raise_exception(vm, exception) : Ref();
}

// In the kernel's microseconds, rounded up.
bool read_interval(Vm& vm, Value given, sim::Nanoseconds* time) {
  if (!read_seconds(vm, given, time, Rounding::Up)) return false;
  if (*time < 0) return raise_itimer_error(vm), false;
  *time = (*time + sim::microsecond - 1) / sim::microsecond * sim::microsecond;
  return true;
}

bool read_timer(Vm& vm, Value given, Timer* which) {
  int64_t number;
  if (!as_int64(vm, given, &number)) return false;
  *which = static_cast<Timer>(number);
  return (number >= kReal && number <= kProfiling) || (raise_itimer_error(vm), false);
}

Ref setitimer(Vm& vm, const Arguments& arguments) {
  TimerState next, previous;
  Timer which;
  if (!read_interval(vm, arguments[1], &next.left)) return {};
  if (arguments.size() > 2 && !read_interval(vm, arguments[2], &next.interval)) return {};
  if (!read_timer(vm, arguments[0], &which) || !exchange_timer(vm, which, &next, &previous)) return {};
  return make_timer(previous);
}

Ref getitimer(Vm& vm, const Arguments& arguments) {
  Timer which;
  TimerState now;
  return read_timer(vm, arguments[0], &which) && exchange_timer(vm, which, nullptr, &now) ? make_timer(now) : Ref();
}

// --- waiting ---------------------------------------------------------------------------------------------------------

// Waits for one of `signals`; 0: another signal came, or the deadline. False: the run is over.
bool await(Vm& any_vm, SignalSet signals, sim::Nanoseconds timeout, int* received) {
  Interpreter& vm = interpreter(any_vm);
  ReleasedGil released(vm);
  const sim::Nanoseconds deadline = timeout == sim::never ? sim::never : sim::saturating_add(vm.computer().now(), timeout);
  *received = vm.computer().await_signal(signals, deadline, vm.computer().record().label("a signal"));
  return released.take_back();
}

Ref pause_until_signal(Vm& vm, const Arguments&) {
  int received;
  return await(vm, 0, sim::never, &received) && handle_signals(vm) ? Ref(kNone) : Ref();
}

Ref sigwait(Vm& vm, const Arguments& arguments) {
  SignalSet signals;
  if (!read_signals(vm, arguments[0], &signals)) return {};
  int received = 0;
  while (received == 0)
    if (!await(vm, signals, sim::never, &received)) return {};
  return make_int(int64_t{received});
}

// Only the number is told truly: nearly always the sender is the process itself.
Ref make_information(Vm& vm, int signal) {
  static const char* const fields[] = {"si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"};
  Ref zero = make_int(int64_t{0}), pid = make_int(sim::shown_pid(interpreter(vm).process().pid));
  return make_struct_sequence("signal.struct_siginfo", fields, {make_int(int64_t{signal}), zero, zero, pid, make_int(int64_t{1000}), zero, pid});
}

// None when the time has passed. A handler of another signal runs in between.
Ref wait_for_information(Vm& any_vm, SignalSet signals, sim::Nanoseconds timeout) {
  Interpreter& vm = interpreter(any_vm);
  if (!vm.synchronize() || !vm.resume_after_kernel()) return {};
  const sim::Nanoseconds deadline = timeout == sim::never ? sim::never : sim::saturating_add(vm.computer().now(), timeout);
  for (int received = 0;;) {
    const sim::Nanoseconds left = deadline == sim::never ? deadline : deadline - vm.computer().now();
    if (left < 0) return kNone;
    if (!await(vm, signals, left, &received)) return {};
    if (received != 0) return make_information(any_vm, received);
    if (!handle_signals(vm)) return {};
    if (left == 0) return kNone;
  }
}

Ref sigwaitinfo(Vm& vm, const Arguments& arguments) {
  SignalSet signals;
  return read_signals(vm, arguments[0], &signals) ? wait_for_information(vm, signals, sim::never) : Ref();
}

Ref sigtimedwait(Vm& vm, const Arguments& arguments) {
  SignalSet signals;
  double seconds;
  if (!read_signals(vm, arguments[0], &signals) || !as_double(vm, arguments[1], &seconds)) return {};
  if (seconds < 0) return raise(vm, exceptions::ValueError, "timeout must be non-negative");
  return wait_for_information(vm, signals, static_cast<sim::Nanoseconds>(std::ceil(std::min(seconds, 9e9) * 1e9)));
}

// --- the mask --------------------------------------------------------------------------------------------------------

Ref pthread_sigmask(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  vm.charge(kCallNs);
  int64_t how;
  SignalSet signals;
  if (!as_int64(vm, arguments[0], &how) || !read_signals(vm, arguments[1], &signals)) return {};
  if (how != kBlock && how != kUnblock && how != kSetMask) return raise_os_error(vm, EINVAL);
  if (!vm.synchronize()) return {};
  sim::Thread& thread = *vm.thread->os_thread;
  const SignalSet before = thread.signal_mask();
  vm.computer().set_signal_mask(thread, how == kBlock ? before | signals : how == kUnblock ? before & ~signals : signals);
  if (!vm.resume_after_kernel() || !announce_signals(vm) || !handle_signals(vm)) return {};
  return make_signals(vm, before);
}

Ref sigpending(Vm& vm, const Arguments&) {
  vm.charge(kCallNs);
  return make_signals(vm, interpreter(vm).computer().pending_signals(*vm.thread->os_thread));
}

Ref valid_signals(Vm& vm, const Arguments&) { return make_signals(vm, sim::every_signal); }

Ref strsignal(Vm& vm, const Arguments& arguments) {
  int signal;
  if (!read_signal(vm, arguments[0], &signal)) return {};
#define SIGNAL(name, number, text) \
  if (signal == number) return make_str(text);
#define SIGNAL_ALIAS(name, number)
#include "interpreter/modules/signals.def"
#undef SIGNAL
#undef SIGNAL_ALIAS
  return is_usable(signal) ? make_str(fmt::format("Real-time signal {}", signal - 34)) : Ref(kNone);
}

Ref is_main_thread(Vm& vm, const Arguments&) { return Value::of(interpreter(vm).current().is_main); }

const NativeDescription kFunctions[] = {
    {"signal", set_handler, {2, 2}},
    {"getsignal", get_handler, {1, 1}},
    {"default_int_handler", default_int_handler, {2, 2}},
    {"set_wakeup_fd", set_wakeup_descriptor, kAny},
    {"siginterrupt", siginterrupt, {2, 2}},
    {"raise_signal", raise_signal, {1, 1}},
    {"pthread_kill", pthread_kill, {2, 2}},
    {"kill", kill, {2, 2}},
    {"alarm", alarm, {1, 1}},
    {"setitimer", setitimer, {2, 3}},
    {"getitimer", getitimer, {1, 1}},
    {"pause", pause_until_signal, {0, 0}},
    {"sigwait", sigwait, {1, 1}},
    {"sigwaitinfo", sigwaitinfo, {1, 1}},
    {"sigtimedwait", sigtimedwait, {2, 2}},
    {"pthread_sigmask", pthread_sigmask, {2, 2}},
    {"sigpending", sigpending, {0, 0}},
    {"valid_signals", valid_signals, {0, 0}},
    {"strsignal", strsignal, {1, 1}},
    {"_is_main_thread", is_main_thread, {0, 0}},
};

void set_numbers(Dict* dictionary) {
  auto set = [&](const char* name, int64_t number) { dict_set_str(dictionary, intern(name), make_int(number)); };
#define SIGNAL(name, number, text) set(#name, number);
#define SIGNAL_ALIAS(name, number) set(#name, number);
#include "interpreter/modules/signals.def"
#undef SIGNAL
#undef SIGNAL_ALIAS
  set("NSIG", sim::most_signals + 1);
  set("SIG_DFL", kDefault);
  set("SIG_IGN", kIgnore);
  set("SIG_BLOCK", kBlock);
  set("SIG_UNBLOCK", kUnblock);
  set("SIG_SETMASK", kSetMask);
  set("ITIMER_REAL", kReal);
  set("ITIMER_VIRTUAL", kVirtual);
  set("ITIMER_PROF", kProfiling);
}

bool populate(Vm& vm, Module* module) {
  Dict* dictionary = module->dictionary;
  define_type(itimer_error_type, {.name = "signal.itimer_error",
                                  .base = &exceptions::OSError,
                                  .basic_size = exceptions::OSError.basic_size,
                                  .flags = kSubclassable,
                                  .operations = {}});
  dict_set_str(dictionary, intern("ItimerError"), Value::of(&itimer_error_type));
  Ref example = make_information(vm, 0);
  if (!example) return false;
  dict_set_str(dictionary, intern("struct_siginfo"), Value::of(type_of(example)));
  set_numbers(dictionary);
  Value& handler = interpreter(vm).signal_handlers[SIGINT];
  if (handler.is_null() && interpreter(vm).process().signals.actions[SIGINT] == SignalAction::Catch)
    handler = Ref(dict_get_str(dictionary, intern("default_int_handler"))).release();
  return true;
}

}  // namespace

const ModuleDefinition& _signal_module() {
  static const ModuleDefinition module{"_signal", kFunctions, populate};
  return module;
}

}  // namespace gilsim::python
