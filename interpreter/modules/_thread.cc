// The _thread module: what threading is built on.
#include <csignal>

#include "interpreter/builtins/text_stream.h"
#include "interpreter/modules/thread_local.h"
#include "interpreter/modules/thread_lock.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/weak_reference.h"
#include "interpreter/runtime/blocking.h"
#include "interpreter/runtime/thread_hooks.h"
#include "sim/process_numbers.h"

namespace gilsim::python {

namespace {

Ref start_new_thread(Vm& vm, const Arguments& arguments) {
  if (!is_callable(arguments[0])) return raise(vm, exceptions::TypeError, "first arg must be callable");
  if (!is_tuple(arguments[1])) return raise(vm, exceptions::TypeError, "2nd arg must be a tuple");
  const Value keywords = arguments.optional(2);
  if (!keywords.is_null() && !is_dict(keywords)) return raise(vm, exceptions::TypeError, "optional 3rd arg must be a dictionary");
  return interpreter(vm).start_thread(arguments[0], arguments[1], keywords);
}

Ref allocate_lock(Vm&, const Arguments&) { return make_thread_lock(); }
Ref allocate_waiter(Vm&, const Arguments&) { return make_thread_lock(sim::ThreadState::WaitingForCondition); }
Ref get_ident(Vm& vm, const Arguments&) { return make_int(vm.thread->ident); }
Ref count(Vm& vm, const Arguments&) { return make_int(static_cast<int64_t>(interpreter(vm).live_thread_count()) - 1); }
Ref exit_thread(Vm& vm, const Arguments&) { return raise(vm, exceptions::SystemExit); }

Ref get_native_id(Vm& vm, const Arguments&) { return make_int(sim::numbers_before + int64_t{vm.thread->os_thread->tid()}); }

Ref set_sentinel(Vm& vm, const Arguments&) {
  PythonThread& state = interpreter(vm).current();
  Ref lock = make_thread_lock(sim::ThreadState::Joining);
  decref(std::exchange(state.sentinel, Ref(lock).release()));
  return lock;
}

constexpr int64_t kLookAtLockNs = 25;  // an item of threading._maintain_shutdown_locks' list comprehension in 3.11

// Drops the locks that are free out of a dict of locks. It is looked through only when a sentinel was released since the
// last time; the virtual time is the same.
Ref drop_released(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  if (!is_dict(arguments[0])) return raise(vm, exceptions::TypeError, "_drop_released() argument must be a dict");
  auto* locks = arguments[0].as<Dict>();
  vm.charge(kLookAtLockNs * locks->used);
  if (!std::exchange(vm.sentinel_released, false)) return kNone;
  Value lock, nothing;
  for (int32_t position = 0; dict_next(locks, position, &lock, &nothing);)
    if (lock.is_object() && lock.object()->type == &thread_lock_type && !lock.as<ThreadLock>()->lock.locked() &&
        dict_delete(vm, locks, Ref(lock)) < 0) return {};
  return kNone;
}

Str* name_attribute = nullptr;  // "_name", interned once a run
const AtReset forget_name([] { name_attribute = nullptr; });

int64_t chosen_stack_size = 0;
const AtReset forget([] { chosen_stack_size = 0; });

// Remembered only: what runs on the stacks of simulated threads is not what runs on CPython's. Without an argument it is 0
// again.
Ref stack_size(Vm& vm, const Arguments& arguments) {
  int64_t size = 0;
  if (arguments.size() && !as_int64(vm, arguments[0], &size)) return {};
  if (size < 0) return raise(vm, exceptions::ValueError, "size must be 0 or a positive value");
  if (size != 0 && size < 32768) return raise(vm, exceptions::ValueError, "size not valid: {} bytes", size);
  return make_int(std::exchange(chosen_stack_size, size));
}

// As if the signal had come, but no wait of the main thread is ended by it.
Ref interrupt_main(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  int64_t signal = SIGINT;
  if (arguments.size() && !as_int64(vm, arguments[0], &signal)) return {};
  if (signal < 1 || signal > sim::most_signals) return raise(vm, exceptions::ValueError, "signal number out of range");
  sim::ProcessSignals& signals = vm.process().signals;
  if (signals.actions[static_cast<size_t>(signal)] != sim::SignalAction::Catch) return kNone;
  signals.caught |= sim::signal_bit(static_cast<int>(signal));
  const bool goes_on = vm.synchronize() && vm.resume_after_kernel() && announce_signals(vm);
  return goes_on ? Ref(kNone) : Ref();
}

// A thread's record label follows its name: `Thread.name = …` and subclasses that name themselves late.
Ref set_name(Vm& vm, const Arguments& arguments) {
  if (is_str(arguments[0])) vm.thread->os_thread->rename(interpreter(vm).computer().record().new_label(to_utf8(arguments[0])));
  return kNone;
}

// --- uncaught exceptions ---------------------------------------------------------------------------------------------

// threading.ExceptHookArgs: (exc_type, exc_value, exc_traceback, thread). Prints as CPython's _thread._excepthook.
Ref excepthook(Vm& vm, const Arguments& arguments) {
  if (!is_tuple(arguments[0])) return raise(vm, exceptions::TypeError, "_thread.excepthook argument type must be ExceptHookArgs");
  Ref value = get_attribute(vm, arguments[0], intern("exc_value"));
  Ref thread = value ? get_attribute(vm, arguments[0], intern("thread")) : Ref();
  if (!thread) return {};
  if (is_instance(value, &exceptions::SystemExit)) return kNone;
  std::string name;
  if (thread.get().is_none()) {
    name = std::to_string(vm.thread->ident);
  } else {
    Ref text = get_attribute(vm, thread, names.plain_name);
    Ref shown = text ? str(vm, text) : Ref();
    if (!shown) return {};
    name = to_utf8(shown);
  }
  const Value file = current_stream(vm, StreamKind::Errors);
  if (file.is_null()) return kNone;
  const std::string text = "Exception in thread " + name + ":\n" + format_exception(vm, value);
  return write_to(vm, file, make_str(text)) && flush_file(vm, file) ? Ref(kNone) : Ref();
}

const NativeDescription kFunctions[] = {
    {"start_new_thread", start_new_thread, {2, 3}},
    {"start_new", start_new_thread, {2, 3}},
    {"allocate_lock", allocate_lock, {0, 0}},
    {"allocate", allocate_lock, {0, 0}},
    {"_allocate_waiter", allocate_waiter, {0, 0}},
    {"get_ident", get_ident, {0, 0}},
    {"get_native_id", get_native_id, {0, 0}},
    {"_count", count, {0, 0}},
    {"exit", exit_thread, {0, 0}},
    {"exit_thread", exit_thread, {0, 0}},
    {"interrupt_main", interrupt_main, {0, 1}},
    {"_set_sentinel", set_sentinel, {0, 0}},
    {"_set_name", set_name, {1, 1}},
    {"_drop_released", drop_released, {1, 1}},
    {"stack_size", stack_size, {0, 1}},
    {"_excepthook", excepthook, {1, 1}},
};

bool populate(Vm&, Module* module) {
  define_lock_types();
  define_thread_local_type();
  Dict* dictionary = module->dictionary;
  dict_set_str(dictionary, intern("LockType"), Value::of(&thread_lock_type));
  dict_set_str(dictionary, intern("RLock"), Value::of(&recursive_lock_type));
  dict_set_str(dictionary, intern("_local"), Value::of(&thread_local_type));
  dict_set_str(dictionary, intern("error"), Value::of(&exceptions::RuntimeError));
  dict_set_str(dictionary, intern("TIMEOUT_MAX"), make_float(9223372036.0));
  return true;
}

}  // namespace

const ModuleDefinition& _thread_module() {
  static const ModuleDefinition module{"_thread", kFunctions, populate};
  return module;
}

std::string thread_name_for_record(Value function) {
  // threading starts threads with Thread._bootstrap, bound to the Thread object.
  if (!function.is_object() || function.object()->type != &bound_method_type || !running_vm) return "Thread";
  Vm& vm = *running_vm;
  if (!name_attribute) name_attribute = intern("_name");
  bool failed = false;
  Ref name = get_attribute_or_null(vm, function.as<BoundMethod>()->self, name_attribute, &failed);
  if (failed) clear_pending(vm);
  return name && is_str(name) ? to_utf8(name) : "Thread";
}

void thread_ending(Interpreter& vm, PythonThread& state) {
  decref(std::exchange(state.thread_dictionary, kNull));  // may run finalisers of thread-local values
  vm.sentinel_released = true;
  if (!state.sentinel.is_null()) release_quietly(vm, state.sentinel.as<ThreadLock>());
}

}  // namespace gilsim::python
