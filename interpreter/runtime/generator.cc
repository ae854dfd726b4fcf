#include "interpreter/runtime/generator.h"

#include <cstring>

#include "interpreter/objects/collector.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/frame_snapshot.h"
#include "interpreter/runtime/generator_parts.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

const char* kind_of(const Generator* generator) {
  if (generator->type == &async_generator_type) return "async generator";
  return generator->type == &coroutine_type ? "coroutine" : "generator";
}

// The compiler leaves the delegate on top of the stack, before a RESUME with an argument of 2 or 3.
Value delegate_of(const Generator* generator) {
  if (generator->state != GeneratorState::Suspended) return kNull;
  const Unit& next = *generator->frame.instruction;
  const bool delegates = next.logical == static_cast<uint8_t>(compiler::Opcode::RESUME) && next.argument >= 2;
  return delegates ? generator->frame.top[-1] : kNull;
}

namespace {

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

Ref make_generator(Vm& vm, Frame* frame) {
  const uint32_t flags = frame->code->compiled->flags;
  const size_t size = sizeof(Generator) + sizeof(Value) * static_cast<size_t>(frame->code->frame_slots);
  Type* type = flags & compiler::kCoroutine ? &coroutine_type : flags & compiler::kAsyncGenerator ? &async_generator_type : &generator_type;
  auto* generator = static_cast<Generator*>(allocate_object(type, size));
  auto* function = frame->owner.as<Function>();
  generator->name = Ref(function->name).release().as<Str>();
  generator->qualified_name = Ref(function->qualified_name).release().as<Str>();
  generator->handled = {};
  generator->finalizer_or_origin = kNull;
  generator->hooks_called = generator->async_closed = generator->async_running = false;
  generator->state = GeneratorState::Created;
  generator->memory_size = static_cast<uint32_t>(size);
  const ptrdiff_t used = reinterpret_cast<char*>(frame->top) - reinterpret_cast<char*>(frame);
  std::memcpy(static_cast<void*>(&generator->frame), frame, static_cast<size_t>(used));
  generator->frame.top = reinterpret_cast<Value*>(reinterpret_cast<char*>(&generator->frame) + used);
  generator->frame.generator = generator;
  generator->frame.previous = nullptr;
  if (type == &coroutine_type) generator->finalizer_or_origin = coroutine_origin(interpreter(vm), frame->previous).release();
  return Ref::take(generator);
}

ResumeResult resume(Vm& vm, Generator* generator, Value value, Value exception, Ref* result) {
  if (generator->state == GeneratorState::Closed) return resume_closed(vm, generator, exception, result);
  if (refuse_resume(vm, generator, exception.is_null() ? value : kNone)) return ResumeResult::Raised;
  NativeRecursion guard(vm, "");
  if (!guard) return ResumeResult::Raised;
  auto& interpreter = gilsim::python::interpreter(vm);
  Ref keep(generator);
  link_generator(*vm.thread, vm.thread->frame, generator, ReturnAction::LeaveLoop);
  *generator->frame.top++ = Ref(value).release();
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
Ref finish(Vm& vm, const Generator* generator, ResumeResult came_back, Ref result) {
  if (came_back == ResumeResult::Yielded) return result;
  if (came_back == ResumeResult::Raised) return {};
  if (generator->type == &async_generator_type) return raise(vm, exceptions::StopAsyncIteration);
  if (result.get().is_none()) return raise(vm, exceptions::StopIteration);
  return raise(vm, exceptions::StopIteration, result.get());
}

// next() of a generator that cannot go on: it is running, or has ended.
[[gnu::cold]] Ref refuse_next(Vm& vm, Generator* generator) {
  Ref nothing;
  (void)resume(vm, generator, kNone, kNull, &nothing);
  return {};
}
[[gnu::cold]] Ref stop_with(Vm& vm, Ref result) {
  return result && !result.get().is_none() ? raise(vm, exceptions::StopIteration, result.get()) : Ref();
}

// Straight into the frame where nothing stands in the way; next_or_stop(), from which all calls come, watches the depth.
Ref next_of(Vm& vm, Value self) {
  auto* generator = self.as<Generator>();
  if (generator->state >= GeneratorState::Running) [[unlikely]] return refuse_next(vm, generator);
  auto& interpreter = gilsim::python::interpreter(vm);
  incref(generator);
  link_generator(*vm.thread, vm.thread->frame, generator, ReturnAction::LeaveLoop);
  *generator->frame.top++ = kNone;
  Ref result = Ref::take(run_frame(interpreter, interpreter.current(), &generator->frame));
  const bool goes_on = generator->state == GeneratorState::Suspended;
  decref(generator);
  if (goes_on) [[likely]] return result;
  return stop_with(vm, std::move(result));
}

// The eval loop does the work; here is what it comes back for.
bool give_items(Vm& vm, Value self, ItemTaker& taker) {
  auto* generator = self.as<Generator>();
  auto& interpreter = gilsim::python::interpreter(vm);
  Ref keep(generator);
  while (may_take_item(vm)) {
    if (generator->state >= GeneratorState::Running) {
      refuse_next(vm, generator);
      return !is_pending(vm);
    }
    link_generator(*vm.thread, vm.thread->frame, generator, ReturnAction::LeaveLoop);
    *generator->frame.top++ = kNone;
    ++vm.thread->native_depth;
    const Ref result = Ref::take(run_frame(interpreter, interpreter.current(), &generator->frame, &taker));
    --vm.thread->native_depth;
    if (result) return true;
    if (taker.refused || is_pending(vm)) return false;
  }
  return false;
}

// Gives an exception to what the generator delegates to; *done is false when the generator itself must take it.
Ref throw_into_delegate(Vm& vm, Generator* generator, Value delegate, Value exception, bool close_on_exit, bool* done) {
  *done = true;
  if (close_on_exit && is_instance(exception, &exceptions::GeneratorExit)) {
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

}  // namespace

Ref send_value(Vm& vm, Generator* generator, Value value) {
  Ref result;
  const ResumeResult came_back = resume(vm, generator, value, kNull, &result);
  return finish(vm, generator, came_back, std::move(result));
}

Ref throw_exception(Vm& vm, Generator* generator, Ref exception, bool close_delegate_on_exit) {
  Ref result;
  const Value delegate = delegate_of(generator);
  if (!delegate.is_null()) {
    bool done = false;
    Ref keep(delegate);
    Ref given = throw_into_delegate(vm, generator, delegate, exception, close_delegate_on_exit, &done);
    if (done && given) return given;
    if (!given) {
      if (pending_matches(vm, exceptions::StopIteration)) {
        Ref stop = take_pending_exception(vm);
        Ref value = get_attribute(vm, stop, names.value);
        if (!value) return {};
        const ResumeResult came_back = resume_after_delegate(vm, generator, value, &result);
        return finish(vm, generator, came_back, std::move(result));
      }
      exception = take_pending_exception(vm);
    }
  }
  const ResumeResult came_back = resume(vm, generator, kNone, exception, &result);
  return finish(vm, generator, came_back, std::move(result));
}

Ref exception_to_throw(Vm& vm, const Arguments& arguments) {
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
  return exception;
}

namespace {

Ref repr_generator(Vm&, Value self) {
  auto* generator = self.as<Generator>();
  return make_str(fmt::format("<{} object {} at {:#x}>", kind_of(generator), to_utf8(generator->qualified_name), identity_number(self)));
}

void traverse_generator(Object* object, Visitor& visitor) {
  auto* generator = static_cast<Generator*>(object);
  if (!generator->finalizer_or_origin.is_null()) visitor.visit(generator->finalizer_or_origin);
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

void destroy_generator(Object* object) {
  auto* generator = static_cast<Generator*>(object);
  clear_generator(generator);
  decref(generator->name);
  decref(generator->qualified_name);
  decref(generator->handled.exception);
  decref(generator->finalizer_or_origin);
  free_object(generator, generator->memory_size);
}

const NativeDescription kMethods[] = {
    {"send", generator_parts::send, {1, 1}},
    {"__sizeof__", generator_parts::size_of, {0, 0}, "Size of object in memory, in bytes."},
    {"throw", generator_parts::throw_, {1, 3}},
    {"close", generator_parts::close, {0, 0}},
};
const GetterDescription kGetters[] = {
    {"gi_running", generator_parts::is_running},
    {"gi_suspended", generator_parts::is_suspended},
    {"gi_code", generator_parts::code_of},
    {"gi_frame", generator_parts::frame_of},
    {"gi_yieldfrom", generator_parts::delegate},
    {"__name__", generator_parts::name_of, generator_parts::set_name},
    {"__qualname__", generator_parts::qualified_name_of, generator_parts::set_qualified_name},
};

}  // namespace

void close_dying_generator(Vm& vm, Generator* generator) {
  if (interpreter(vm).current().cancelled) return;
  if (!needs_closing(generator)) return clear_generator(generator);  // finalizers of the same garbage see its end
  if (close(vm, generator)) return;
  Ref error = take_pending_exception(vm);
  if (vm.print_unraisable) vm.print_unraisable(vm, error, Value::of(generator));
}

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
  if (!pending_matches(vm, exceptions::GeneratorExit) && !pending_matches(vm, exceptions::StopIteration) &&
      !(generator->type == &async_generator_type && pending_matches(vm, exceptions::StopAsyncIteration))) return false;
  clear_pending(vm);
  return true;
}

// --- types -------------------------------------------------------------------------------------------------------------

namespace generator_parts {

Ref is_running(Vm&, Value self) { return Value::of(self.as<Generator>()->state == GeneratorState::Running); }
Ref is_suspended(Vm&, Value self) { return Value::of(self.as<Generator>()->state == GeneratorState::Suspended); }
Ref code_of(Vm&, Value self) { return Ref(self.as<Generator>()->frame.code); }
Ref size_of(Vm&, const Arguments& arguments) {
  constexpr int64_t without_slots = 144, slot = 8;  // CPython's frame has one slot less
  return make_int(without_slots + slot * arguments[0].as<Generator>()->frame.code->frame_slots);
}
Ref name_of(Vm&, Value self) { return Ref(self.as<Generator>()->name); }
Ref qualified_name_of(Vm&, Value self) { return Ref(self.as<Generator>()->qualified_name); }
Ref delegate(Vm&, Value self) {
  const Value value = delegate_of(self.as<Generator>());
  return value.is_null() ? Ref(kNone) : Ref(value);
}
Ref frame_of(Vm& vm, Value self) {
  auto* generator = self.as<Generator>();
  return generator->state == GeneratorState::Closed ? Ref(kNone) : make_frame_snapshot(vm, &generator->frame);
}

bool set_text(Vm& vm, Str*& place, const char* attribute, Value value) {
  if (value.is_null() || !is_str(value)) return fail(vm, exceptions::TypeError, "{} must be set to a string object", attribute);
  decref(std::exchange(place, Ref(value).release().as<Str>()));
  return true;
}
bool set_name(Vm& vm, Value self, Value value) { return set_text(vm, self.as<Generator>()->name, "__name__", value); }
bool set_qualified_name(Vm& vm, Value self, Value value) {
  return set_text(vm, self.as<Generator>()->qualified_name, "__qualname__", value);
}

Ref send(Vm& vm, const Arguments& arguments) { return send_value(vm, arguments[0].as<Generator>(), arguments[1]); }
Ref throw_(Vm& vm, const Arguments& arguments) {
  Ref exception = exception_to_throw(vm, arguments);
  return exception ? throw_exception(vm, arguments[0].as<Generator>(), std::move(exception)) : Ref();
}
Ref close(Vm& vm, const Arguments& arguments) {
  return python::close(vm, arguments[0].as<Generator>()) ? Ref(kNone) : Ref();
}

Operations operations() {
  Operations result;
  result.destroy = destroy_generator;
  result.traverse = traverse_generator;
  result.clear = clear_generator;
  result.repr = repr_generator;
  return result;
}

}  // namespace generator_parts

Type generator_type;

void define_generator_types() {
  Operations operations = generator_parts::operations();
  operations.finalize = [](Vm& vm, Object* object) { close_dying_generator(vm, static_cast<Generator*>(object)); };
  operations.iterate = iterate_self;
  operations.next = next_of;
  operations.give = give_items;
  define_type(generator_type, {.name = "generator", .base = nullptr, .basic_size = sizeof(Generator), .flags = kTracked | kHasFinalizer,
                               .operations = operations, .methods = kMethods, .getters = kGetters});
  define_coroutine_types();
  define_async_generator_types();
}

}  // namespace gilsim::python
