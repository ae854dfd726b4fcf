// _processes: how processes begin and are waited for, and who is who.
#include "interpreter/modules/system_call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/type_definition.h"
#include "sim/process_numbers.h"

namespace gilsim::python {

namespace {

Ref getpid(Vm& vm, const Arguments&) {
  vm.charge(interpreter(vm).computer().machine().system_call_ns);
  return make_int(sim::shown_pid(interpreter(vm).process().pid));
}
Ref getppid(Vm& vm, const Arguments&) {
  if (!synchronize(vm)) return {};
  const int64_t parent = sim::shown_pid(interpreter(vm).process().parent);
  return interpreter(vm).resume_after_kernel() ? make_int(parent) : Ref();
}

// The process of that number, 0: the caller; null with OSError pending.
sim::Process* find(Interpreter& vm, Value number) {
  int64_t pid;
  if (!as_int64(vm, number, &pid)) return nullptr;
  sim::Process* process = pid == 0 ? &vm.process() : vm.computer().find_process(sim::pid_of_shown(pid));
  if (!process) fail_os_error(vm, ESRCH);
  return process;
}

Ref group_of(Vm& vm, const Arguments& arguments) {
  const sim::Process* process = find(interpreter(vm), arguments[0]);
  return process ? make_int(sim::shown_pid(process->group)) : Ref();
}

// set_group(pid, group): a group of its own with 0.
Ref set_group(Vm& vm, const Arguments& arguments) {
  sim::Process* process = find(interpreter(vm), arguments[0]);
  int64_t group;
  if (!process || !as_int64(vm, arguments[1], &group) || !synchronize(vm)) return {};
  process->group = group == 0 ? process->pid : sim::pid_of_shown(group);
  return interpreter(vm).resume_after_kernel() ? Ref(kNone) : Ref();
}

// fork(name="child"): the name is what reports call the new process.
Ref fork(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  const Value name = arguments.optional(0);
  if (!name.is_null() && !is_str(name)) return raise(vm, exceptions::TypeError, "fork() argument must be str, not {}", type_name(name));
  int64_t pid;
  if (!vm.fork(vm.computer().record().label(name.is_null() ? "child" : to_utf8(name)), &pid)) return {};
  if (pid < 0) return raise_os_error(vm, pid);
  return make_int(pid == 0 ? 0 : sim::shown_pid(static_cast<uint32_t>(pid)));
}

// copy_pages(count): so many pages of memory are written to for the first time since a fork. CPython writes to what it only
// reads, for it counts references; where it is known how many pages that are, the library says so.
Ref copy_pages(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  ThreadState* state = vm.thread;
  int64_t count;
  if (!as_int64(vm, arguments[0], &count) || !vm.synchronize()) return {};
  vm.computer().copy_pages(static_cast<int>(count));
  vm.thread = state;  // others may have run
  return vm.resume_after_kernel() ? Ref(kNone) : Ref();
}

// waitpid(pid, options): (pid, status). Process groups are not modelled: all children are of the caller's.
Ref waitpid(Vm& vm, const Arguments& arguments) {
  constexpr int64_t kNoHang = 1;
  int64_t pid, options;
  if (!as_int64(vm, arguments[0], &pid) || !as_int64(vm, arguments[1], &options)) return {};
  const int64_t wanted = pid > 0 ? int64_t{sim::pid_of_shown(pid)} : -1;
  sim::Computer::Waited waited;
  do {
    ReleasedGil released(vm);
    waited = {-EINTR, 0};
    if (!released.computer().ending()) waited = released.computer().wait_for_child(wanted, !(options & kNoHang));
    if (!released.take_back()) return {};
  } while (waited.pid == -EINTR && handle_signals(vm));
  if (waited.pid == -EINTR) return {};
  if (waited.pid < 0) return raise_os_error(vm, waited.pid);
  return make_tuple({make_int(waited.pid == 0 ? 0 : sim::shown_pid(static_cast<uint32_t>(waited.pid))), make_int(waited.status)});
}

// A list of tuples of two, each read by `read`; None: none. False: TypeError is pending.
template <class Read>
bool read_pairs(Vm& vm, Value list, Read read) {
  if (list.is_null() || list.is_none()) return true;
  return for_each(vm, list, [&](Value pair) {
    if (!is_tuple(pair) || pair.as<Tuple>()->size != 2) return fail(vm, exceptions::TypeError, "start() takes pairs");
    return read(pair.as<Tuple>()->items[0], pair.as<Tuple>()->items[1]);
  });
}

// start(arguments, descriptors, environment=None, folder=None, program="python3"): a process with an interpreter of its own, and
// its pid. With another program's name it passes for that.
Ref start(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  StartOptions options;
  const bool read = for_each(vm, arguments[0], [&](Value word) {
    return is_str(word) ? (options.arguments.push_back(to_utf8(word)), true) : fail(vm, exceptions::TypeError, "start() takes words");
  });
  if (!read) return {};
  auto read_numbers = [&](Value there, Value here) {
    int64_t numbers[2];
    if (!as_int64(vm, there, &numbers[0]) || !as_int64(vm, here, &numbers[1])) return false;
    options.descriptors.emplace_back(static_cast<int>(numbers[0]), static_cast<int>(numbers[1]));
    return true;
  };
  if (!read_pairs(vm, arguments[1], read_numbers)) return {};
  const Value environment = arguments.optional(2, kNone), folder = arguments.optional(3, kNone);
  if (!environment.is_none()) {
    options.environment.emplace();
    Ref items = call_method(vm, environment, intern("items"));
    if (!items || !read_pairs(vm, items, [&](Value name, Value value) {
          options.environment->emplace_back(to_utf8(name), to_utf8(value));
          return true;
        }))
      return {};
  }
  if (!folder.is_none()) options.folder = to_utf8(folder);
  const Value program = arguments.optional(4);
  if (!program.is_null() && !is_str(program)) return raise(vm, exceptions::TypeError, "start() takes a program's name");
  if (!program.is_null()) options.program = to_utf8(program);
  int64_t pid;
  if (!vm.start(options, &pid)) return {};
  return pid < 0 ? raise_os_error(vm, pid) : make_int(sim::shown_pid(static_cast<uint32_t>(pid)));
}

// take_descriptor(pid, number): a descriptor of this process for the file that another has open.
Ref take_descriptor(Vm& vm, const Arguments& arguments) {
  int64_t pid, number, result;
  if (!as_int64(vm, arguments[0], &pid) || !as_int64(vm, arguments[1], &number)) return {};
  const bool done = system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) -> int64_t {
    const sim::Process* process = interpreter(vm).computer().find_process(sim::pid_of_shown(pid));
    if (!process || process->ended) return -ESRCH;
    auto file = process->files->find(static_cast<int>(number));
    return file ? files.add(std::move(file)) : -EBADF;
  });
  if (!done) return {};
  return result < 0 ? raise_os_error(vm, result) : make_int(result);
}

// The environment that the process was started with; None: the usual one.
Ref environment(Vm& any_vm, const Arguments&) {
  Interpreter& vm = interpreter(any_vm);
  if (!vm.environment) return kNone;
  Ref result = Ref::take(new_dict());
  for (const auto& [name, value] : *vm.environment)
    if (!dict_set(vm, result.as<Dict>(), make_str(name), make_str(value))) return {};
  return result;
}

constexpr NativeDescription kFunctions[] = {
    {"getpid", getpid, {0, 0}, "Return the current process id."},
    {"getppid", getppid, {0, 0}, "Return the parent's process id."},
    {"group_of", group_of, {1, 1}},
    {"set_group", set_group, {2, 2}},
    {"copy_pages", copy_pages, {1, 1}},
    {"fork", fork, {0, 1}},
    {"start", start, {2, 5}},
    {"take_descriptor", take_descriptor, {2, 2}},
    {"environment", environment, {0, 0}},
    {"waitpid", waitpid, {2, 2}, "Wait for completion of a given child process."},
};

}  // namespace

const ModuleDefinition& _processes_module() {
  static const ModuleDefinition definition{"_processes", kFunctions};
  return definition;
}

}  // namespace gilsim::python
