#include "interpreter/objects/vm.h"

#include <fmt/format.h>

#include "interpreter/objects/exception.h"

namespace gilsim::python {

Vm* running_vm = nullptr;

void NativeRecursion::refuse(const char* where) {
  raise(vm_, exceptions::RecursionError, "maximum recursion depth exceeded{}", std::string_view(where));
}

ReprGuard::ReprGuard(Vm& vm, Value value) : vm_(vm), value_(value), outer_(vm.thread->repr_guards) {
  for (ReprGuard* guard = outer_; guard; guard = guard->outer_)
    if (guard->value_ == value) recursive_ = true;
  vm.thread->repr_guards = this;
}

ReprGuard::~ReprGuard() { vm_.thread->repr_guards = outer_; }

}  // namespace gilsim::python
