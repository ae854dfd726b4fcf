#include "interpreter/objects/exception.h"

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_type.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

// The innermost exception that is being handled; generators bring levels of their own, which may be empty.
Value handled_exception(const ThreadState& thread) {
  for (const HandledException* level = thread.handled; level; level = level->previous)
    if (!level->exception.is_null() && !level->exception.is_none()) return level->exception;
  return kNull;
}

// Takes `exception` out of the chain of contexts that begins with `start`, so that linking it in front makes no ring.
void unlink_from_chain(Value start, Value exception) {
  for (auto* each = start.as<BaseException>(); !each->context.is_null(); each = each->context.as<BaseException>())
    if (each->context == exception) return decref(std::exchange(each->context, kNull));
}

void set_context(ThreadState& thread, Value exception) {
  Value handled = handled_exception(thread);
  if (handled.is_null() || handled == exception) return;
  Ref keep(exception);
  unlink_from_chain(handled, exception);
  incref(handled);
  decref(std::exchange(exception.as<BaseException>()->context, handled));
}

}  // namespace

Ref make_exception(Vm& vm, Type& type, std::initializer_list<Value> arguments) {
  Arguments given{arguments.begin(), arguments.size()};
  Ref exception = type.operations.create(vm, &type, given);
  return exception && type.operations.initialize(vm, exception, given) ? exception : Ref();
}

Ref raise_exception(Vm& vm, Value exception) {
  set_context(*vm.thread, exception);
  set_pending_exception(vm, exception);
  return {};
}

Ref raise(Vm& vm, Type& type, Value argument) {
  Ref exception = make_exception(vm, type, {argument});
  return exception ? raise_exception(vm, exception) : Ref();
}

Ref raise(Vm& vm, Type& type, std::string_view message) { return raise(vm, type, make_str(message).get()); }

Ref raise(Vm& vm, Type& type) {
  Ref exception = make_exception(vm, type, {});
  return exception ? raise_exception(vm, exception) : Ref();
}

bool is_pending(Vm& vm) { return !vm.thread->pending.is_null(); }
Value pending_exception(Vm& vm) { return vm.thread->pending; }
Ref take_pending_exception(Vm& vm) { return Ref::take(std::exchange(vm.thread->pending, kNull)); }

void set_pending_exception(Vm& vm, Value exception) {
  incref(exception);
  decref(std::exchange(vm.thread->pending, exception));
}

bool pending_matches(Vm& vm, const Type& type) { return is_pending(vm) && is_instance(vm.thread->pending, &type); }
void clear_pending(Vm& vm) { decref(std::exchange(vm.thread->pending, kNull)); }

void set_exception_field(Value exception, int field, Value value) {
  incref(value);
  decref(std::exchange(exception.as<BaseException>()->fields()[field], value));
}

Value exception_field(Value exception, int field) {
  Value value = exception.as<BaseException>()->fields()[field];
  return value.is_null() ? kNone : value;
}

void add_traceback(Vm&, BaseException* exception, Code* code, int32_t instruction, int32_t line, Value globals) {
  auto* entry = allocate_object<Traceback>(&traceback_type);
  entry->next = exception->traceback;
  entry->code = code;
  entry->instruction = instruction;
  entry->line = line;
  entry->globals = globals;
  incref(reinterpret_cast<Object*>(code));
  incref(globals);
  exception->traceback = entry;
}

std::string qualified_type_name(const Type* type) {
  Ref module = type_module(type);
  std::string name = to_utf8(type->qualified_name);
  std::string shown = module && is_str(module) ? to_utf8(module) : "<unknown>";
  return shown == "builtins" || shown == "__main__" ? name : shown + "." + name;
}

}  // namespace gilsim::python
