// _processes: fork, exit and wait, and who is who.
#include "interpreter/modules/process_numbers.h"
#include "interpreter/modules/system_call.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace {

Ref getpid(Vm& vm, const Arguments&) { return make_int(shown_pid(interpreter(vm).process().pid)); }
Ref getppid(Vm& vm, const Arguments&) {
  if (!synchronize(vm)) return {};
  const int64_t parent = shown_pid(interpreter(vm).process().parent);
  return interpreter(vm).resume_after_kernel() ? make_int(parent) : Ref();
}

// fork(name="child"): the name is what reports call the new process.
Ref fork(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  const Value name = arguments.optional(0);
  if (!name.is_null() && !is_str(name)) return raise(vm, exceptions::TypeError, "fork() argument must be str, not {}", type_name(name));
  int64_t pid;
  if (!vm.fork(vm.computer().record().label(name.is_null() ? "child" : to_utf8(name)), &pid)) return {};
  if (pid < 0) return raise_os_error(vm, pid);
  return make_int(pid == 0 ? 0 : shown_pid(static_cast<uint32_t>(pid)));
}

// waitpid(pid, options): (pid, status). Process groups are not modelled: all children are of the caller's.
Ref waitpid(Vm& vm, const Arguments& arguments) {
  constexpr int64_t kNoHang = 1;
  int64_t pid, options;
  if (!as_int64(vm, arguments[0], &pid) || !as_int64(vm, arguments[1], &options)) return {};
  const int64_t wanted = pid > 0 ? int64_t{pid_of_shown(pid)} : -1;
  sim::Computer::Waited waited;
  do {
    ReleasedGil released(vm);
    waited = {-EINTR, 0};
    if (!released.computer().ending()) waited = released.computer().wait_for_child(wanted, !(options & kNoHang));
    if (!released.take_back()) return {};
  } while (waited.pid == -EINTR && handle_signals(vm));
  if (waited.pid == -EINTR) return {};
  if (waited.pid < 0) return raise_os_error(vm, waited.pid);
  return make_tuple({make_int(waited.pid == 0 ? 0 : shown_pid(static_cast<uint32_t>(waited.pid))), make_int(waited.status)});
}

constexpr NativeDescription kFunctions[] = {
    {"getpid", getpid, {0, 0}, "Return the current process id."},
    {"getppid", getppid, {0, 0}, "Return the parent's process id."},
    {"fork", fork, {0, 1}},
    {"waitpid", waitpid, {2, 2}, "Wait for completion of a given child process."},
};

}  // namespace

const ModuleDefinition& _processes_module() {
  static const ModuleDefinition definition{"_processes", kFunctions};
  return definition;
}

}  // namespace gilsim::python
