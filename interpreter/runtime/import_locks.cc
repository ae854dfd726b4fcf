#include "interpreter/runtime/import_locks.h"

#include "interpreter/runtime/blocking.h"

namespace gilsim::python {

// Whether waiting for `wanted` would be waiting for `thread` itself, through those that wait already.
bool ImportLocks::leads_to(const Import& wanted, const PythonThread& thread) const {
  for (PythonThread* owner = wanted.owner; owner != &thread;) {
    const auto found = awaited_.find(owner);
    if (found == awaited_.end()) return false;
    owner = found->second->owner;
  }
  return true;
}

bool ImportLocks::wait_for(Interpreter& vm, std::string_view name) {
  PythonThread& state = vm.current();
  for (;;) {
    const auto found = running_.find(name);
    if (found == running_.end() || leads_to(*found->second, state)) return true;
    const std::shared_ptr<Import> import = found->second;
    if (import->lock.label() == sim::no_label) import->lock.set_label(vm.computer().record().label("import of " + std::string(name)));
    awaited_[&state] = import;
    ReleasedGil released(vm);
    const bool taken = import->lock.acquire(released.os_thread(), sim::never, vm.place_token_of(released.os_thread())) == sim::WakeReason::Woken;
    if (taken) import->lock.release(vm.computer());
    awaited_.erase(&state);
    if (!released.take_back()) return false;
  }
}

void ImportLocks::begin(Interpreter& vm, std::string_view name) {
  auto import = std::make_shared<Import>();
  import->owner = &vm.current();
  import->lock.try_acquire(*vm.current().os_thread, vm.place_token());
  running_.emplace(name, std::move(import));
}

bool ImportLocks::end(Interpreter& vm, std::string_view name) {
  const auto found = running_.find(name);
  const std::shared_ptr<Import> import = found->second;
  running_.erase(found);
  if (vm.current().cancelled) return false;
  if (!import->lock.contended()) return import->lock.release(vm.computer()), true;
  if (!vm.synchronize()) return false;
  import->lock.release(vm.computer());
  return vm.resume_after_kernel();
}

void ImportLocks::keep_only(const PythonThread& thread) {
  awaited_.clear();
  std::erase_if(running_, [&](const auto& import) { return import.second->owner != &thread; });
}

}  // namespace gilsim::python
