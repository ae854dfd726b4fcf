#include "interpreter/runtime/unwinding.h"

#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/runtime/generator.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"

namespace gilsim::python {

namespace {

constexpr int64_t kUnwindNs = 40;  // of the 200 that raise and except take in 3.11

// An exception instance from what stands behind `raise` or `from`: an instance, or a class to be called.
Ref instantiate(Interpreter& vm, Value thrown, const char* complaint) {
  if (is_exception(thrown)) return thrown;
  if (thrown.is_object() && has_flag(thrown.object()->type, kTypeSubclass) &&
      is_subtype(thrown.as<Type>(), &exceptions::BaseException_)) {
    Ref made = call(vm, thrown);
    if (!made || is_exception(made)) return made;
    return raise(vm, exceptions::TypeError, "calling {} should have returned an instance of BaseException, not {}",
                 repr_utf8(vm, thrown), type_name(made));
  }
  return raise(vm, exceptions::TypeError, complaint);
}

bool set_cause(Interpreter& vm, BaseException* exception, Value cause) {
  if (!cause.is_none()) {
    Ref instance = instantiate(vm, cause, "exception causes must derive from BaseException");
    if (!instance) return false;
    decref(std::exchange(exception->cause, instance.release()));
  }
  exception->suppress_context = true;
  return true;
}

// The exception that is being handled, in this generator or any frame that resumed it; null: none.
Value topmost_handled(const ThreadState& thread) {
  for (HandledException* handled = thread.handled; handled; handled = handled->previous)
    if (!handled->exception.is_null()) return handled->exception;
  return kNull;
}

bool is_exception_class(Value value) {
  return value.is_object() && has_flag(value.object()->type, kTypeSubclass) &&
         is_subtype(value.as<Type>(), &exceptions::BaseException_);
}

bool check_catchable(Interpreter& vm, Value classes) {
  bool valid = is_exception_class(classes);
  if (!valid && is_tuple(classes)) {
    valid = true;
    for (int64_t i = 0; i < classes.as<Tuple>()->size; ++i) valid = valid && is_exception_class(classes.as<Tuple>()->items[i]);
  }
  if (!valid)
    raise(vm, exceptions::TypeError, "catching classes that do not inherit from BaseException is not allowed");
  return valid;
}

}  // namespace

// True: what is being handled goes on as it is, without a further line in its traceback.
bool raise_statement(Interpreter& vm, Frame& frame, int32_t argument) {
  if (argument == 0) {
    const Value handled = topmost_handled(*vm.thread);
    if (handled.is_null()) return raise(vm, exceptions::RuntimeError, "No active exception to reraise"), false;
    set_pending_exception(vm, handled);
    return true;
  }
  Ref cause = argument == 2 ? pop(frame) : Ref();
  Ref thrown = pop(frame);
  Ref exception = instantiate(vm, thrown, "exceptions must derive from BaseException");
  if (!exception) return false;
  if (cause && !set_cause(vm, exception.as<BaseException>(), cause)) return false;
  raise_exception(vm, exception);
  return false;
}

bool match_exception(Interpreter& vm, Frame& frame, int32_t) {
  Ref classes = pop(frame);
  if (!check_catchable(vm, classes)) return false;
  const Value exception = peek(frame);
  bool matches = false;
  if (is_tuple(classes)) {
    for (int64_t i = 0; i < classes.as<Tuple>()->size; ++i)
      matches = matches || is_instance(exception, classes.as<Tuple>()->items[i].as<Type>());
  } else {
    matches = is_instance(exception, classes.as<Type>());
  }
  return push(frame, Value::of(matches));
}

void add_frame_to_traceback(Interpreter& vm, Frame& frame) {
  if (vm.current().cancelled || !is_exception(vm.thread->pending)) return;
  const int32_t index = frame.index();
  add_traceback(vm, vm.thread->pending.as<BaseException>(), frame.code, index, frame.code->line_of(index), Value::of(reinterpret_cast<Object*>(frame.globals)));
}

const Unit* find_handler(Interpreter& vm, Frame& frame) {
  if (vm.current().cancelled) return nullptr;
  const int32_t index = frame.index();
  for (const auto& entry : frame.code->compiled->exception_table) {
    if (index < entry.start || index >= entry.end) continue;
    drop(frame, static_cast<int32_t>(frame.top - (frame.stack_base() + entry.depth)));
    if (entry.push_lasti) *frame.top++ = Value::small(index);
    *frame.top++ = take_pending_exception(vm).release();
    vm.charge(kUnwindNs);
    return frame.code->units + entry.target;
  }
  return nullptr;
}

void turn_stop_iteration_into_runtime_error(Interpreter& vm, Generator* generator) {
  if (vm.current().cancelled) return;
  const char* raised = "StopIteration";
  if (!pending_matches(vm, exceptions::StopIteration)) {
    if (generator->type != &async_generator_type || !pending_matches(vm, exceptions::StopAsyncIteration)) return;
    raised = "StopAsyncIteration";
  }
  Ref stop = take_pending_exception(vm);
  raise(vm, exceptions::RuntimeError, "{} raised {}", kind_of(generator), raised);
  auto* error = pending_exception(vm).as<BaseException>();
  decref(std::exchange(error->cause, Ref(stop).release()));
  decref(std::exchange(error->context, stop.release()));
  error->suppress_context = true;
}

}  // namespace gilsim::python
