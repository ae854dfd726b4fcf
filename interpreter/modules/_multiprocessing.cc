// _multiprocessing: SemLock, the named semaphore behind multiprocessing's locks (Modules/_multiprocessing/semaphore.c).
#include "interpreter/modules/system_call.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "sim/named_objects.h"

namespace gilsim::python {

namespace {

constexpr int64_t kCallNs = 60;  // sem_trywait(3), sem_post(3) without anybody to wake, and the call
constexpr int64_t kMostValue = INT32_MAX;

// sem_open(3): a file in /dev/shm is made under another name, written to, mapped, linked to its own name, and the other name
// is removed; nine system calls with sem_unlink(3), which removes its own name, too. By timing Lock(), which makes
// up a name by chance.
constexpr int64_t kMakeNs = 70'000;
enum SemLockKind : int64_t { kRecursiveMutex, kSemaphore };

Type sem_lock_type;

struct SemLock : Object {
  sim::Semaphore* semaphore;  // the kernel's
  int64_t kind, most;
  int64_t count;     // how often this process has taken it
  uint64_t owner;    // the thread that did so last
  Value name;        // owned: str or None
};

SemLock* self_of(const Arguments& arguments) { return arguments[0].as<SemLock>(); }

Ref make(Type* type, sim::Semaphore* semaphore, int64_t kind, int64_t most, Value name) {
  auto* lock = static_cast<SemLock*>(allocate_object(type, sizeof(SemLock)));
  lock->semaphore = semaphore;
  lock->kind = kind;
  lock->most = most;
  lock->count = 0;
  lock->owner = 0;
  lock->name = Ref(name).release();
  return Ref::take(lock);
}

sim::LabelId new_label(Interpreter& vm, std::string_view kind) {
  return vm.computer().record().new_label(fmt::format("{} between processes", kind));
}

Ref create(Vm& any_vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"kind", "value", "maxvalue", "name", "unlink"};
  Interpreter& vm = interpreter(any_vm);
  Value given[5];
  if (!bind(vm, arguments, {.function = "SemLock", .names = kNames, .count = 5, .required = 5}, given)) return {};
  int64_t kind, value, most;
  if (!as_int64(vm, given[0], &kind) || !as_int64(vm, given[1], &value) || !as_int64(vm, given[2], &most)) return {};
  if (kind != kRecursiveMutex && kind != kSemaphore) return raise(vm, exceptions::ValueError, "unrecognized kind");
  if (!is_str(given[3])) return raise(vm, exceptions::TypeError, "SemLock() argument 'name' must be str, not {}", type_name(given[3]));
  if (value < 0 || value > INT32_MAX) return raise_os_error(vm, -EINVAL);
  const int unlinks = truth(vm, given[4]);
  vm.charge(kMakeNs);
  if (unlinks < 0 || !vm.synchronize()) return {};
  sim::NamedObjects& objects = vm.computer().named_objects();
  const std::string name = to_utf8(given[3]);
  const std::string_view shown = kind == kRecursiveMutex ? "RLock" : most == 1 ? "Lock" : "Semaphore";
  const sim::LabelId label = new_label(vm, shown);
  sim::Semaphore* semaphore = nullptr;
  const int error = objects.create_semaphore(name, static_cast<int>(value), label, most == 1, &semaphore);
  if (!error && unlinks) objects.unlink_semaphore(name);
  if (!vm.resume_after_kernel()) return {};
  if (error) return raise_os_error(vm, error);
  return make(type, semaphore, kind, most, unlinks ? Value(kNone) : given[3]);
}

// _rebuild(handle, kind, maxvalue, name): in another process; by name if there is one, as a fresh one has no handles.
Ref rebuild(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  int64_t handle, kind, most;
  if (!as_int64(vm, arguments[1], &handle) || !as_int64(vm, arguments[2], &kind) || !as_int64(vm, arguments[3], &most)) return {};
  auto* semaphore = reinterpret_cast<sim::Semaphore*>(handle);
  if (is_str(arguments[4])) {
    if (!vm.synchronize()) return {};
    const int error = vm.computer().named_objects().find_semaphore(to_utf8(arguments[4]), &semaphore);
    if (!vm.resume_after_kernel()) return {};
    if (error) return raise_os_error(vm, error);
  }
  return make(arguments[0].as<Type>(), semaphore, kind, most, arguments[4]);
}

void destroy(Object* object) {
  decref(std::exchange(static_cast<SemLock*>(object)->name, kNull));
  free_object(object, sizeof(SemLock));
}

bool is_mine(Vm& vm, const SemLock* lock) { return lock->count > 0 && lock->owner == vm.thread->ident; }

Ref taken(Vm& vm, SemLock* lock) {
  if (lock->count++ == 0) lock->semaphore->set_taken_at(interpreter(vm).place_token());
  lock->owner = vm.thread->ident;
  return kTrue;
}

Ref acquire(Vm& any_vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"block", "timeout"};
  Interpreter& vm = interpreter(any_vm);
  SemLock* lock = self_of(arguments);
  Value given[2];
  if (!bind(vm, arguments.without_first(), {.function = "acquire", .names = kNames, .count = 2}, given)) return {};
  const int blocks = given[0].is_null() ? 1 : truth(vm, given[0]);
  double seconds = -1;
  const bool timed = !given[1].is_null() && !given[1].is_none();
  if (blocks < 0 || (timed && !as_double(vm, given[1], &seconds))) return {};
  vm.charge(kCallNs);
  if (lock->kind == kRecursiveMutex && is_mine(vm, lock)) return taken(vm, lock);
  if (!vm.synchronize()) return {};
  const bool free = lock->semaphore->try_wait();
  if (!vm.resume_after_kernel()) return {};
  if (free) return taken(vm, lock);
  if (!blocks || (timed && seconds <= 0)) return kFalse;
  Ref keep(arguments[0]);
  Deadline deadline(timed ? static_cast<sim::Nanoseconds>(std::min(seconds, 9e9) * 1e9) : -1);
  sim::WakeReason came_back;
  const auto wait = [&](ReleasedGil& released) {
    return lock->semaphore->wait(deadline(released.computer()), sim::ThreadState::WaitingForLock, sim::OnSignal::Return);
  };
  if (!wait_through_signals(vm, wait, &came_back)) return {};
  return came_back == sim::WakeReason::Woken ? taken(vm, lock) : Ref(kFalse);
}

Ref release(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  SemLock* lock = self_of(arguments);
  vm.charge(kCallNs);
  if (lock->kind == kRecursiveMutex) {
    if (!is_mine(vm, lock)) return raise(vm, exceptions::AssertionError, "attempt to release recursive lock not owned by thread");
    if (lock->count > 1) return --lock->count, Ref(kNone);
  }
  if (!vm.synchronize()) return {};
  const bool full = lock->semaphore->value() >= lock->most;
  if (!full) lock->semaphore->post();
  if (!vm.resume_after_kernel()) return {};
  if (full) return raise(vm, exceptions::ValueError, "semaphore or lock released too many times");
  --lock->count;
  return kNone;
}

Ref enter(Vm& vm, const Arguments& arguments) { return acquire(vm, {arguments.values, 1, nullptr}); }
Ref leave(Vm& vm, const Arguments& arguments) { return release(vm, {arguments.values, 1, nullptr}); }
Ref count(Vm&, const Arguments& arguments) { return make_int(self_of(arguments)->count); }
Ref is_mine_method(Vm& vm, const Arguments& arguments) { return Value::of(is_mine(vm, self_of(arguments))); }

// Others may change it at any time: what it is now is known when the clock has caught up. -1: the run is over.
int64_t value_now(Vm& any_vm, const SemLock* lock) {
  Interpreter& vm = interpreter(any_vm);
  if (!vm.synchronize()) return -1;
  const int64_t value = lock->semaphore->value();
  return vm.resume_after_kernel() ? value : -1;
}

Ref get_value(Vm& vm, const Arguments& arguments) {
  const int64_t value = value_now(vm, self_of(arguments));
  return value < 0 ? Ref() : make_int(value);
}
Ref is_zero(Vm& vm, const Arguments& arguments) {
  const int64_t value = value_now(vm, self_of(arguments));
  return value < 0 ? Ref() : Ref(Value::of(value == 0));
}
// _show_as(kind): what verdicts and reports call it.
Ref show_as(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  if (!is_str(arguments[1])) return raise(vm, exceptions::TypeError, "a kind is text");
  if (!vm.synchronize()) return {};
  self_of(arguments)->semaphore->set_label(new_label(vm, to_utf8(arguments[1])));
  return vm.resume_after_kernel() ? Ref(kNone) : Ref();
}
Ref after_fork(Vm&, const Arguments& arguments) {
  self_of(arguments)->count = 0;
  return kNone;
}

Ref sem_unlink(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  if (!is_str(arguments[0])) return raise(vm, exceptions::TypeError, "argument must be str, not {}", type_name(arguments[0]));
  if (!vm.synchronize()) return {};
  const int error = vm.computer().named_objects().unlink_semaphore(to_utf8(arguments[0]));
  if (!vm.resume_after_kernel()) return {};
  return error ? raise_os_error(vm, error) : Ref(kNone);
}

constexpr NativeDescription kMethods[] = {
    {"acquire", acquire, {0, 2, true}}, {"release", release, {0, 0}},        {"__enter__", enter, {0, 0}},
    {"__exit__", leave, {0, -1}},       {"_count", count, {0, 0}},           {"_is_mine", is_mine_method, {0, 0}},
    {"_get_value", get_value, {0, 0}},  {"_is_zero", is_zero, {0, 0}},       {"_after_fork", after_fork, {0, 0}},
    {"_show_as", show_as, {1, 1}},
};
constexpr NativeDescription kClassMethods[] = {{"_rebuild", rebuild, {4, 4}}};
constexpr GetterDescription kGetters[] = {
    {"handle", [](Vm&, Value self) { return make_int(reinterpret_cast<int64_t>(self.as<SemLock>()->semaphore)); }},
    {"kind", [](Vm&, Value self) { return make_int(self.as<SemLock>()->kind); }},
    {"maxvalue", [](Vm&, Value self) { return make_int(self.as<SemLock>()->most); }},
    {"name", [](Vm&, Value self) { return Ref(self.as<SemLock>()->name); }},
};
constexpr NativeDescription kFunctions[] = {{"sem_unlink", sem_unlink, {1, 1}}};

bool populate(Vm&, Module* module) {
  define_type(sem_lock_type, {.name = "_multiprocessing.SemLock",
                              .base = nullptr,
                              .basic_size = sizeof(SemLock),
                              .flags = kSubclassable,
                              .operations = {.destroy = destroy, .create = create},
                              .methods = kMethods,
                              .class_methods = kClassMethods,
                              .getters = kGetters});
  dict_set_str(sem_lock_type.dictionary, intern("SEM_VALUE_MAX"), make_int(kMostValue));
  dict_set_str(module->dictionary, intern("SemLock"), Value::of(&sem_lock_type));
  dict_set_str(module->dictionary, intern("flags"), Ref::take(new_dict()));
  return true;
}

}  // namespace

const ModuleDefinition& _multiprocessing_module() {
  static const ModuleDefinition definition{"_multiprocessing", kFunctions, populate};
  return definition;
}

}  // namespace gilsim::python
