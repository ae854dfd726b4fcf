#include "interpreter/runtime/generator.h"

#include <cstring>

#include "interpreter/objects/collector.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

const char* kind_of(const Generator* generator) { return generator->type == &coroutine_type ? "coroutine" : "generator"; }

// What a suspended generator waits for in `yield from` or `await`: the compiler leaves it on top of the stack, before a
// RESUME with an argument of 2 or 3. Null: nothing.
Value delegate_of(const Generator* generator) {
  if (generator->state != GeneratorState::Suspended) return kNull;
  const Unit& next = *generator->frame.instruction;
  const bool delegates = next.logical == static_cast<uint8_t>(compiler::Opcode::RESUME) && next.argument >= 2;
  return delegates ? generator->frame.top[-1] : kNull;
}

bool refuse_resume(Vm& vm, Generator* generator, Value value) {
  if (generator->state == GeneratorState::Running)
    return raise(vm, exceptions::ValueError, "{} already executing", kind_of(generator)), true;
  if (generator->state == GeneratorState::Created && !value.is_none())
    return raise(vm, exceptions::TypeError, "can't send non-None value to a just-started {}", kind_of(generator)), true;
  return false;
}

ResumeResult resume_closed(Vm& vm, Generator* generator, Value exception, Ref* result) {
  if (!exception.is_null()) set_pending_exception(vm, exception);
  else if (generator->type == &coroutine_type) raise(vm, exceptions::RuntimeError, "cannot reuse already awaited coroutine");
  else return *result = Ref(kNone), ResumeResult::Returned;
  return ResumeResult::Raised;
}

}  // namespace

Ref make_generator(Vm&, Frame* frame) {
  const uint32_t flags = frame->code->compiled->flags;
  const size_t size = sizeof(Generator) + sizeof(Value) * static_cast<size_t>(frame->code->frame_slots);
  auto* generator = static_cast<Generator*>(allocate_object(flags & compiler::kCoroutine ? &coroutine_type : &generator_type, size));
  auto* function = frame->owner.as<Function>();
  generator->name = Ref(function->name).release().as<Str>();
  generator->qualified_name = Ref(function->qualified_name).release().as<Str>();
  generator->handled = {};
  generator->state = GeneratorState::Created;
  generator->memory_size = static_cast<uint32_t>(size);
  const ptrdiff_t used = reinterpret_cast<char*>(frame->top) - reinterpret_cast<char*>(frame);
  std::memcpy(static_cast<void*>(&generator->frame), frame, static_cast<size_t>(used));
  generator->frame.top = reinterpret_cast<Value*>(reinterpret_cast<char*>(&generator->frame) + used);
  generator->frame.generator = generator;
  generator->frame.previous = nullptr;
  return Ref::take(generator);
}

ResumeResult resume(Vm& vm, Generator* generator, Value value, Value exception, Ref* result) {
  if (generator->state == GeneratorState::Closed) return resume_closed(vm, generator, exception, result);
  if (refuse_resume(vm, generator, exception.is_null() ? value : kNone)) return ResumeResult::Raised;
  NativeRecursion guard(vm, "");
  if (!guard) return ResumeResult::Raised;
  auto& interpreter = gilsim::python::interpreter(vm);
  Ref keep(generator);
  link_generator(*vm.thread, generator, Ref(value).release(), ReturnAction::LeaveLoop);
  if (!exception.is_null()) set_pending_exception(vm, exception);
  *result = Ref::take(run_frame(interpreter, interpreter.current(), &generator->frame));
  if (!*result) return ResumeResult::Raised;
  return generator->state == GeneratorState::Suspended ? ResumeResult::Yielded : ResumeResult::Returned;
}

ResumeResult send(Vm& vm, Value receiver, Value value, Ref* result) {
  if (is_generator(receiver)) return resume(vm, receiver.as<Generator>(), value, kNull, result);
  *result = value.is_none() ? next_or_stop(vm, receiver) : call_method(vm, receiver, names.send, {value});
  if (*result) return ResumeResult::Yielded;
  if (!is_pending(vm)) return *result = Ref(kNone), ResumeResult::Returned;
  if (!pending_matches(vm, exceptions::StopIteration)) return ResumeResult::Raised;
  Ref stop = take_pending_exception(vm);
  *result = get_attribute(vm, stop, names.value);
  return *result ? ResumeResult::Returned : ResumeResult::Raised;
}

// --- methods ---------------------------------------------------------------------------------------------------------

namespace {

// StopIteration(value) as the end of a send or throw from C++ or Python code.
Ref finish(Vm& vm, ResumeResult came_back, Ref result) {
  if (came_back == ResumeResult::Yielded) return result;
  if (came_back == ResumeResult::Raised) return {};
  if (result.get().is_none()) return raise(vm, exceptions::StopIteration);
  return raise(vm, exceptions::StopIteration, result.get());
}

Ref next_of(Vm& vm, Value self) {
  Ref result;
  const ResumeResult came_back = resume(vm, self.as<Generator>(), kNone, kNull, &result);
  if (came_back == ResumeResult::Yielded) return result;
  if (came_back == ResumeResult::Returned && !result.get().is_none()) return raise(vm, exceptions::StopIteration, result.get());
  return {};
}

Ref send_to(Vm& vm, const Arguments& arguments) {
  Ref result;
  const ResumeResult came_back = resume(vm, arguments[0].as<Generator>(), arguments[1], kNull, &result);
  return finish(vm, came_back, std::move(result));
}

// Gives an exception to what the generator delegates to; *done is false when the generator itself must take it.
Ref throw_into_delegate(Vm& vm, Generator* generator, Value delegate, Value exception, bool* done) {
  *done = true;
  if (is_instance(exception, &exceptions::GeneratorExit)) {
    bool closed = true;
    if (is_generator(delegate)) closed = close(vm, delegate.as<Generator>());
    else {
      bool failed = false;
      Ref method = get_attribute_or_null(vm, delegate, names.close, &failed);
      if (failed || (method && !call(vm, method))) closed = false;
    }
    *done = false;
    if (!closed) return {};  // the generator is resumed with the exception that is pending now
    return exception;
  }
  generator->state = GeneratorState::Running;
  bool failed = false;
  Ref method = get_attribute_or_null(vm, delegate, names.throw_, &failed);
  Ref result = method ? call(vm, method, {exception}) : Ref();
  generator->state = GeneratorState::Suspended;
  if (result || failed) return result;
  *done = false;
  return method ? Ref() : Ref(exception);
}

// Ends the delegation with `value` as the result of the yield from: as SEND's jump does.
ResumeResult resume_after_delegate(Vm& vm, Generator* generator, Value value, Ref* result) {
  Frame& frame = generator->frame;
  decref(std::exchange(frame.top[-1], kNull));
  --frame.top;
  // RESUME is followed by the jump back to SEND, whose own target is behind the loop.
  const Unit* send_unit = frame.instruction + 1 + frame.instruction[1].argument;
  frame.instruction = send_unit + send_unit->argument;
  return resume(vm, generator, value, kNull, result);
}

Ref throw_exception(Vm& vm, Generator* generator, Ref exception) {
  Ref result;
  const Value delegate = delegate_of(generator);
  if (!delegate.is_null()) {
    bool done = false;
    Ref keep(delegate);
    Ref given = throw_into_delegate(vm, generator, delegate, exception, &done);
    if (done && given) return given;
    if (!given) {
      if (pending_matches(vm, exceptions::StopIteration)) {
        Ref stop = take_pending_exception(vm);
        Ref value = get_attribute(vm, stop, names.value);
        if (!value) return {};
        const ResumeResult came_back = resume_after_delegate(vm, generator, value, &result);
        return finish(vm, came_back, std::move(result));
      }
      exception = take_pending_exception(vm);
    }
  }
  const ResumeResult came_back = resume(vm, generator, kNone, exception, &result);
  return finish(vm, came_back, std::move(result));
}

// throw(value), throw(type[, value[, traceback]])
Ref throw_into(Vm& vm, const Arguments& arguments) {
  auto* generator = arguments[0].as<Generator>();
  Ref exception(arguments[1]);
  const Value type = arguments[1];
  if (type.is_object() && has_flag(type.object()->type, kTypeSubclass) && is_subtype(type.as<Type>(), &exceptions::BaseException_)) {
    const Value value = arguments.optional(2, kNone);
    if (is_exception(value)) exception = Ref(value);
    else exception = value.is_none() ? call(vm, type) : call(vm, type, {value});
    if (!exception) return {};
  }
  if (!is_exception(exception))
    return raise(vm, exceptions::TypeError, "exceptions must be classes or instances deriving from BaseException, not {}",
                 type_name(type));
  return throw_exception(vm, generator, std::move(exception));
}

Ref close_method(Vm& vm, const Arguments& arguments) {
  return close(vm, arguments[0].as<Generator>()) ? Ref(kNone) : Ref();
}

Ref repr_generator(Vm&, Value self) {
  auto* generator = self.as<Generator>();
  return make_str(fmt::format("<{} object {} at {:#x}>", kind_of(generator), to_utf8(generator->qualified_name), identity_number(self)));
}

void traverse_generator(Object* object, Visitor& visitor) {
  auto* generator = static_cast<Generator*>(object);
  if (generator->state == GeneratorState::Closed) return;
  for (Value* slot = generator->frame.slots(); slot != generator->frame.top; ++slot)
    if (!slot->is_null()) visitor.visit(*slot);
  visitor.visit(generator->frame.owner);
  if (!generator->handled.exception.is_null()) visitor.visit(generator->handled.exception);
}

void clear_generator(Object* object) {
  auto* generator = static_cast<Generator*>(object);
  if (generator->state == GeneratorState::Closed || generator->state == GeneratorState::Running) return;
  generator->state = GeneratorState::Closed;
  clear_frame(&generator->frame);
}

// A generator that dies suspended inside a try or with is closed first, so that `finally` runs: as CPython's finaliser.
bool needs_closing(const Generator* generator) {
  if (generator->state != GeneratorState::Suspended || !generator->frame.code->compiled) return false;
  const int32_t index = generator->frame.index();
  for (const auto& entry : generator->frame.code->compiled->exception_table)
    if (index >= entry.start && index < entry.end) return true;
  return false;
}

void finalize(Generator* generator) {
  if (!running_vm || !running_vm->thread || !needs_closing(generator)) return;
  Vm& vm = *running_vm;
  if (interpreter(vm).current().cancelled) return;
  Ref pending = take_pending_exception(vm);
  if (!close(vm, generator)) {
    Ref error = take_pending_exception(vm);
    if (vm.print_unraisable) vm.print_unraisable(vm, error, Value::of(generator));
  }
  if (pending) set_pending_exception(vm, pending);
}

void destroy_generator(Object* object) {
  auto* generator = static_cast<Generator*>(object);
  if (generator->state == GeneratorState::Suspended) {
    generator->refcount = 2;  // alive while its finally blocks run; never reaches zero a second time
    finalize(generator);
  }
  clear_generator(generator);
  decref(generator->name);
  decref(generator->qualified_name);
  decref(generator->handled.exception);
  free_object(generator, generator->memory_size);
}

Ref is_running(Vm&, Value self) { return Value::of(self.as<Generator>()->state == GeneratorState::Running); }
Ref is_suspended(Vm&, Value self) { return Value::of(self.as<Generator>()->state == GeneratorState::Suspended); }
Ref code_of(Vm&, Value self) { return Ref(self.as<Generator>()->frame.code); }
Ref name_of(Vm&, Value self) { return Ref(self.as<Generator>()->name); }
Ref qualified_name_of(Vm&, Value self) { return Ref(self.as<Generator>()->qualified_name); }
Ref delegate(Vm&, Value self) {
  const Value value = delegate_of(self.as<Generator>());
  return value.is_null() ? Ref(kNone) : Ref(value);
}
Ref wrap_await(Vm&, const Arguments& arguments) { return Ref(arguments[0]); }

const NativeDescription kMethods[] = {
    {"send", send_to, {1, 1}},
    {"throw", throw_into, {1, 3}},
    {"close", close_method, {0, 0}},
};
const NativeDescription kCoroutineMethods[] = {
    {"send", send_to, {1, 1}},
    {"throw", throw_into, {1, 3}},
    {"close", close_method, {0, 0}},
    {"__await__", wrap_await, {0, 0}},
};
const GetterDescription kGetters[] = {
    {"gi_running", is_running}, {"gi_suspended", is_suspended}, {"gi_code", code_of}, {"gi_yieldfrom", delegate},
    {"__name__", name_of},      {"__qualname__", qualified_name_of},
};
const GetterDescription kCoroutineGetters[] = {
    {"cr_running", is_running}, {"cr_suspended", is_suspended}, {"cr_code", code_of}, {"cr_await", delegate},
    {"__name__", name_of},      {"__qualname__", qualified_name_of},
};

}  // namespace

bool close(Vm& vm, Generator* generator) {
  if (generator->state == GeneratorState::Closed) return true;
  if (generator->state == GeneratorState::Created) {
    generator->state = GeneratorState::Closed;
    clear_frame(&generator->frame);
    return true;
  }
  Ref keep(generator);
  Ref exit = call(vm, Value::of(&exceptions::GeneratorExit));
  if (!exit) return false;
  Ref yielded = throw_exception(vm, generator, std::move(exit));
  if (yielded) return raise(vm, exceptions::RuntimeError, "{} ignored GeneratorExit", kind_of(generator)), false;
  if (!pending_matches(vm, exceptions::GeneratorExit) && !pending_matches(vm, exceptions::StopIteration)) return false;
  clear_pending(vm);
  return true;
}

Type generator_type, coroutine_type;

void define_generator_types() {
  Operations operations;
  operations.destroy = destroy_generator;
  operations.traverse = traverse_generator;
  operations.clear = clear_generator;
  operations.repr = repr_generator;
  Operations iteration = operations;
  iteration.iterate = iterate_self;
  iteration.next = next_of;
  define_type(generator_type, {.name = "generator", .base = nullptr, .basic_size = sizeof(Generator), .flags = kTracked,
                               .operations = iteration, .methods = kMethods, .getters = kGetters});
  define_type(coroutine_type, {.name = "coroutine", .base = nullptr, .basic_size = sizeof(Generator), .flags = kTracked,
                               .operations = operations, .methods = kCoroutineMethods, .getters = kCoroutineGetters});
}

}  // namespace gilsim::python
