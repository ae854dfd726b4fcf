#include "interpreter/modules/thread_lock.h"


#include "interpreter/modules/lock_label.h"
#include "interpreter/modules/seconds.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/blocking.h"

namespace gilsim::python {

Type thread_lock_type, recursive_lock_type;

namespace {

// Measured on CPython 3.11: an uncontended acquire and release take 130 ns in all, calls included.
constexpr int64_t kAcquireNs = 48, kReleaseNs = 38;

struct WaitOptions {
  bool blocking = true;
  sim::Nanoseconds timeout_ns = -1;  // -1: for ever
};

bool read_timeout(Vm& vm, Value timeout, WaitOptions* options) {
  constexpr sim::Nanoseconds for_ever = -sim::second;
  sim::Nanoseconds given;
  if (!read_seconds(vm, timeout, &given)) return false;
  if (given == for_ever) return true;
  if (!options->blocking) return fail(vm, exceptions::ValueError, "can't specify a timeout for a non-blocking call");
  if (given < 0) return fail(vm, exceptions::ValueError, "timeout value must be positive");
  options->timeout_ns = given;
  return true;
}

bool read_wait_options(Vm& vm, const Arguments& arguments, WaitOptions* options) {
  if (arguments.size() == 1 && !arguments.keyword_names) return true;
  static const char* const parameter_names[] = {"blocking", "timeout"};
  static const ParameterList parameters{"acquire", parameter_names, 2};
  Value out[2];
  if (!bind(vm, arguments.without_first(), parameters, out)) return false;
  if (!out[0].is_null()) {
    const int blocking = truth(vm, out[0]);
    if (blocking < 0) return false;
    options->blocking = blocking;
  }
  return out[1].is_null() || read_timeout(vm, out[1], options);
}

// Waits with the GIL released. Null: a signal's handler raised, or the run is over.
Ref wait_for(Vm& any_vm, Value self, sim::Lock& lock, const WaitOptions& options, sim::ThreadState reason) {
  Interpreter& vm = interpreter(any_vm);
  if (!options.blocking || options.timeout_ns == 0) return kFalse;
  Ref keep(self);
  if (lock.label() == sim::no_label) lock.set_label(label_of(vm, self));
  Deadline deadline(options.timeout_ns);
  const auto wait = [&](ReleasedGil& released) {
    sim::Thread& thread = released.os_thread();
    return lock.acquire(thread, deadline(vm.computer()), vm.place_token_of(thread), reason, sim::OnSignal::Return);
  };
  sim::WakeReason came_back;
  if (!wait_through_signals(vm, wait, &came_back)) return {};
  return Value::of(came_back == sim::WakeReason::Woken);
}

// --- Lock ------------------------------------------------------------------------------------------------------------

ThreadLock* lock_of(const Arguments& arguments) { return arguments[0].as<ThreadLock>(); }

Ref acquire(Vm& vm, const Arguments& arguments) {
  vm.charge(kAcquireNs);
  WaitOptions options;
  if (!read_wait_options(vm, arguments, &options)) return {};
  ThreadLock* self = lock_of(arguments);
  if (self->lock.try_acquire(*vm.thread->os_thread, interpreter(vm).place_token())) return kTrue;
  return wait_for(vm, arguments[0], self->lock, options, self->reason);
}

// Others may see the release at its very moment only when somebody waits.
bool release_lock(Vm& vm, sim::Lock& lock) {
  if (!lock.contended()) return lock.release(interpreter(vm).computer()), true;
  if (!synchronize(vm)) return false;
  lock.release(interpreter(vm).computer());
  return interpreter(vm).resume_after_kernel();
}

Ref release(Vm& vm, const Arguments& arguments) {
  vm.charge(kReleaseNs);
  if (!lock_of(arguments)->lock.locked()) return raise(vm, exceptions::RuntimeError, "release unlocked lock");
  return release_lock(vm, lock_of(arguments)->lock) ? Ref(kNone) : Ref();
}

Ref locked(Vm&, const Arguments& arguments) { return Value::of(lock_of(arguments)->lock.locked()); }
Ref enter(Vm& vm, const Arguments& arguments) { return acquire(vm, {arguments.values, 1, nullptr}); }
Ref exit(Vm& vm, const Arguments& arguments) { return release(vm, arguments); }
Ref at_fork_reinit(Vm&, const Arguments& arguments) {
  new (&lock_of(arguments)->lock) sim::Lock;
  return kNone;
}

Ref repr_lock(Vm&, Value self) {
  return make_str(fmt::format("<{} _thread.lock object at {:#x}>", self.as<ThreadLock>()->lock.locked() ? "locked" : "unlocked",
                              identity_number(self)));
}

// --- RLock -----------------------------------------------------------------------------------------------------------

RecursiveLock* recursive_of(const Arguments& arguments) { return arguments[0].as<RecursiveLock>(); }

bool is_owned(Vm& vm, const RecursiveLock* self) { return self->count > 0 && self->lock.holder() == vm.thread->os_thread->identity(); }

Ref acquire_recursive(Vm& vm, const Arguments& arguments) {
  vm.charge(kAcquireNs);
  WaitOptions options;
  if (!read_wait_options(vm, arguments, &options)) return {};
  RecursiveLock* self = recursive_of(arguments);
  if (is_owned(vm, self)) {
    ++self->count;
    return kTrue;
  }
  Ref taken = kTrue;
  if (!self->lock.try_acquire(*vm.thread->os_thread, interpreter(vm).place_token()))
    taken = wait_for(vm, arguments[0], self->lock, options, sim::ThreadState::WaitingForLock);
  if (taken && taken.get().is_true()) self->count = 1;
  return taken;
}

Ref release_recursive(Vm& vm, const Arguments& arguments) {
  vm.charge(kReleaseNs);
  RecursiveLock* self = recursive_of(arguments);
  if (!is_owned(vm, self)) return raise(vm, exceptions::RuntimeError, "cannot release un-acquired lock");
  if (--self->count > 0) return kNone;
  return release_lock(vm, self->lock) ? Ref(kNone) : Ref();
}

Ref enter_recursive(Vm& vm, const Arguments& arguments) { return acquire_recursive(vm, {arguments.values, 1, nullptr}); }
Ref is_owned_method(Vm& vm, const Arguments& arguments) { return Value::of(is_owned(vm, recursive_of(arguments))); }

// Gives all levels up at once: (count, owner), to be handed back to _acquire_restore.
Ref release_save(Vm& vm, const Arguments& arguments) {
  RecursiveLock* self = recursive_of(arguments);
  if (self->count == 0) return raise(vm, exceptions::RuntimeError, "cannot release un-acquired lock");
  Ref state = make_tuple({make_int(self->count), make_int(vm.thread->ident)});
  self->count = 0;
  return release_lock(vm, self->lock) ? state : Ref();
}

Ref acquire_restore(Vm& vm, const Arguments& arguments) {
  RecursiveLock* self = recursive_of(arguments);
  Ref taken = kTrue;
  if (!self->lock.try_acquire(*vm.thread->os_thread, interpreter(vm).place_token()))
    taken = wait_for(vm, arguments[0], self->lock, {}, sim::ThreadState::WaitingForLock);
  if (!taken) return {};
  if (!is_tuple(arguments[1])) return raise(vm, exceptions::TypeError, "_acquire_restore() argument must be a tuple");
  self->count = int64_of(arguments[1].as<Tuple>()->items[0]).value_or(1);
  return kNone;
}

Ref repr_recursive(Vm&, Value value) {
  auto* self = value.as<RecursiveLock>();
  return make_str(fmt::format("<{} _thread.RLock object owner={} count={} at {:#x}>", self->count ? "locked" : "unlocked",
                              self->count ? ident_of_tid(self->lock.holder()) : 0, self->count, identity_number(value)));
}

// --- types -----------------------------------------------------------------------------------------------------------

template <class LockObject>
void destroy_lock(Object* object) { free_object(object, sizeof(LockObject)); }

Ref create_recursive(Vm&, Type* type, const Arguments&) {
  auto* self = static_cast<RecursiveLock*>(allocate_object(type, sizeof(RecursiveLock)));
  new (&self->lock) sim::Lock;
  self->count = 0;
  return Ref::take(self);
}

const NativeDescription kLockMethods[] = {
    {"acquire", acquire, {0, 2, true}}, {"release", release, {0, 0}},      {"locked", locked, {0, 0}},
    {"acquire_lock", acquire, {0, 2, true}}, {"release_lock", release, {0, 0}}, {"locked_lock", locked, {0, 0}},
    {"__enter__", enter, {0, -1}},      {"__exit__", exit, {0, -1}},       {"_at_fork_reinit", at_fork_reinit, {0, 0}},
};
const NativeDescription kRecursiveMethods[] = {
    {"acquire", acquire_recursive, {0, 2, true}}, {"release", release_recursive, {0, 0}},
    {"__enter__", enter_recursive, {0, -1}},      {"__exit__", release_recursive, {0, -1}},
    {"_is_owned", is_owned_method, {0, 0}},       {"_release_save", release_save, {0, 0}},
    {"_acquire_restore", acquire_restore, {1, 1}},
};

}  // namespace

Ref make_thread_lock(sim::ThreadState reason) {
  auto* self = allocate_object<ThreadLock>(&thread_lock_type);
  new (&self->lock) sim::Lock;
  self->reason = reason;
  return Ref::take(self);
}

Ref acquire_lock(Vm& vm, Value owner, ThreadLock* lock, sim::Nanoseconds timeout_ns) {
  if (lock->lock.try_acquire(*vm.thread->os_thread, interpreter(vm).place_token())) return kTrue;
  return wait_for(vm, owner, lock->lock, {timeout_ns != 0, timeout_ns}, lock->reason);
}

void release_quietly(Vm& vm, ThreadLock* lock) {
  if (lock->lock.locked()) release_lock(vm, lock->lock);
}

void define_lock_types() {
  Operations lock;
  lock.destroy = destroy_lock<ThreadLock>;
  lock.repr = repr_lock;
  define_type(thread_lock_type, {.name = "_thread.lock", .base = nullptr, .basic_size = sizeof(ThreadLock), .flags = 0,
                                 .operations = lock, .methods = kLockMethods});
  Operations recursive;
  recursive.destroy = destroy_lock<RecursiveLock>;
  recursive.repr = repr_recursive;
  recursive.create = create_recursive;
  define_type(recursive_lock_type, {.name = "_thread.RLock", .base = nullptr, .basic_size = sizeof(RecursiveLock),
                                    .flags = kSubclassable, .operations = recursive, .methods = kRecursiveMethods});
}

}  // namespace gilsim::python
