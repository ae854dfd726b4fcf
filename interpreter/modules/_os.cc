// _os: what the library's os module asks of the simulated operating system. Processes are in _processes.cc, files in
// _files.cc.
#include "interpreter/modules/struct_sequence.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/blocking.h"
#include "sim/chance.h"

namespace gilsim::python {

namespace {

Ref cpu_count(Vm& vm, const Arguments&) { return make_int(interpreter(vm).computer().machine().cores); }

// Ends the whole process at once: no handlers, no atexit, nothing is flushed.
Ref exit_at_once(Vm& any_vm, const Arguments& arguments) {
  int64_t status;
  if (!as_int64(any_vm, arguments[0], &status)) return {};
  Interpreter& vm = interpreter(any_vm);
  if (!vm.synchronize()) return {};
  vm.exit_status_at_once = static_cast<int>(status & 0xff);
  vm.computer().exit_process(*vm.exit_status_at_once);
  vm.cancel(vm.current());
  return {};
}

// The kernel's random numbers. They come from the run's seed, as everything that happens by chance, but not from the
// computer's own generator: asking for some must not change the schedule.
Ref urandom(Vm& vm, const Arguments& arguments) {
  static constexpr uint64_t kStream = 0x6f732e7572616e64;
  int64_t size;
  if (!as_int64(vm, arguments[0], &size)) return {};
  if (size < 0) return raise(vm, exceptions::ValueError, "negative argument not allowed");
  if (heap.refuses(static_cast<size_t>(size))) return raise(vm, exceptions::MemoryError);
  vm.charge(300 + 3 * size);
  sim::Chance chance(interpreter(vm).settings().seed ^ kStream ^ (uint64_t{interpreter(vm).process().pid - 1} << 40) ^ (interpreter(vm).urandom_calls++ << 20));
  Bytes* octets = new_bytes(size);
  for (int64_t i = 0; i < size; ++i) octets->data[i] = static_cast<char>(chance.below(256));
  return Ref::take(octets);
}

Ref times(Vm& vm, const Arguments&) {
  static const char* const kFields[] = {"user", "system", "children_user", "children_system", "elapsed"};
  if (!synchronize(vm)) return {};
  const double used = static_cast<double>(interpreter(vm).cpu_time()) / 1e9;
  const double elapsed = static_cast<double>(interpreter(vm).computer().now()) / 1e9;
  if (!interpreter(vm).resume_after_kernel()) return {};
  return make_struct_sequence("posix.times_result", kFields,
                              {make_float(used), make_float(0), make_float(0), make_float(0), make_float(1000 + elapsed)});
}

// Lets other threads that are ready have the core, and the GIL.
Ref sched_yield(Vm& vm, const Arguments&) {
  ReleasedGil released(vm);
  released.computer().yield();
  return released.take_back() ? Ref(kNone) : Ref();
}

Ref uname(Vm&, const Arguments&) {
  static const char* const kFields[] = {"sysname", "nodename", "release", "version", "machine"};
  return make_struct_sequence("posix.uname_result", kFields,
                              {make_str("Linux"), make_str("gilsim"), make_str("6.1.0"), make_str("#1 SMP PREEMPT_DYNAMIC"), make_str("x86_64")});
}

Ref terminal_size(Vm&, const Arguments&) {
  static const char* const kFields[] = {"columns", "lines"};
  return make_struct_sequence("os.terminal_size", kFields, {make_int(80), make_int(24)});
}

// The error messages by number, for os.strerror and the errors that os raises.
bool populate(Vm& vm, Module* module) {
  Ref texts = Ref::take(new_dict());
#define ERROR_NUMBER(name, number, text) \
  if (!dict_set(vm, texts.as<Dict>(), make_int(number), make_str(text))) return false;
#include "interpreter/modules/error_numbers.def"
#undef ERROR_NUMBER
  dict_set_str(module->dictionary, intern("error_texts"), texts);
  return true;
}

std::vector<std::string_view> parts_of(std::string_view path, bool from_root) {
  std::vector<std::string_view> parts;
  for (size_t end = 0, start = 0; end != path.npos; start = end + 1) {
    end = path.find('/', start);
    const std::string_view part = path.substr(start, end - start);
    if (part.empty() || part == ".") continue;
    if (part != ".." || (parts.empty() ? !from_root : parts.back() == "..")) parts.push_back(part);
    else if (!parts.empty()) parts.pop_back();
  }
  return parts;
}

// posix._path_normpath (Modules/posixmodule.c). Native as there: what a path's parts cost would let a run's times depend
// on the folder that the program is in.
Ref normalize_path(Vm& vm, const Arguments& arguments) {
  const Value given = arguments[0];
  if (!is_str(given) && !is_bytes(given)) return raise(vm, exceptions::TypeError, "a path is str or bytes");
  const std::string path = is_str(given) ? to_utf8(given) : std::string(bytes_view(given));
  const size_t slashes = std::min(path.find_first_not_of('/'), path.size());
  const std::string root(slashes == 2 ? 2 : slashes ? 1 : 0, '/');  // two are left alone: POSIX gives them a meaning of their own
  std::string normal = root;
  for (const std::string_view part : parts_of(path, slashes > 0)) (normal.size() > root.size() ? normal += '/' : normal) += part;
  if (normal.empty()) normal = ".";
  return is_str(given) ? make_str(normal) : make_bytes(normal);
}

constexpr NativeDescription kFunctions[] = {
    {"cpu_count", cpu_count, {0, 0}, "Return the number of CPUs in the system; return None if indeterminable."},
    {"_exit", exit_at_once, {1, 1}, "Exit to the system with specified status, without normal exit processing."},
    {"urandom", urandom, {1, 1}, "Return a bytes object containing random bytes suitable for cryptographic use."},
    {"times", times, {0, 0}, "Return a collection containing process timing information."},
    {"_path_normpath", normalize_path, {1, 1}, "Basic path normalization."},
    {"sched_yield", sched_yield, {0, 0}, "Voluntarily relinquish the CPU."},
    {"uname", uname, {0, 0}, "Return an object identifying the current operating system."},
    {"get_terminal_size", terminal_size, {0, 1}, "Return the size of the terminal window as (columns, lines)."},
};

}  // namespace

const ModuleDefinition& _os_module() {
  static const ModuleDefinition definition{"_os", kFunctions, populate, "The simulated operating system."};
  return definition;
}

}  // namespace gilsim::python
