#include "interpreter/objects/vm.h"

#include <fmt/format.h>

#include "interpreter/objects/exception.h"

namespace gilsim::python {

Vm* running_vm = nullptr;

NativeRecursion::NativeRecursion(Vm& vm, const char* where) : vm_(vm), entered_(vm.thread->native_depth < vm.thread->native_depth_limit) {
  if (entered_) ++vm.thread->native_depth;
  else raise(vm, exceptions::RecursionError, "maximum recursion depth exceeded{}", std::string_view(where));
}

NativeRecursion::~NativeRecursion() {
  if (entered_) --vm_.thread->native_depth;
}

ReprGuard::ReprGuard(Vm& vm, Value value) : vm_(vm), value_(value), outer_(vm.thread->repr_guards) {
  for (ReprGuard* guard = outer_; guard; guard = guard->outer_)
    if (guard->value_ == value) recursive_ = true;
  vm.thread->repr_guards = this;
}

ReprGuard::~ReprGuard() { vm_.thread->repr_guards = outer_; }

}  // namespace gilsim::python
