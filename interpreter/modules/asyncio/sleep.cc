#include "interpreter/modules/asyncio/sleep.h"

#include "interpreter/modules/asyncio/handle.h"
#include "interpreter/objects/collector.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/code_object.h"
#include "interpreter/runtime/coroutines.h"
#include "interpreter/runtime/generator.h"

namespace gilsim::python::asyncio {

Type sleep_type;

namespace {

using State = Sleep::State;

// CPython 3.11's instructions and natives: a call of sleep() and its end; setting up a future and a timer.
constexpr int64_t kCallNs = 150, kStartNs = 200, kTimerNs = 2'000;

Sleep* self_of(Value self) { return self.as<Sleep>(); }
Sleep* self_of(const Arguments& arguments) { return arguments[0].as<Sleep>(); }

// --- the function in Python ------------------------------------------------------------------------------------------

Ref function_in_python(Vm& vm) { return library_attribute(vm, "asyncio.tasks", "_sleep_in_python"); }

// The instruction that such a coroutine is at: its first await for a turn of the loop, its second for the timer.
int32_t instruction_at(const Code* code, State state) {
  int awaits = state == State::WaitingForTimer ? 2 : 1;
  const Unit* unit = code->units;
  if (state == State::Created) return 0;
  while (unit->logical != static_cast<uint8_t>(compiler::Opcode::GET_AWAITABLE) || --awaits > 0) ++unit;
  return static_cast<int32_t>(unit - code->units);
}

// The pending exception leaves the coroutine.
void add_line(Vm& vm, State state) {
  Ref exception = take_pending_exception(vm), function = function_in_python(vm);
  if (function) {
    auto* python = function.as<Function>();
    const int32_t index = instruction_at(python->code, state);
    add_traceback(vm, exception.as<BaseException>(), python->code, index, python->code->line_of(index),
                  Value::of(reinterpret_cast<Object*>(python->globals)));
  }
  set_pending_exception(vm, exception);
}

// --- steps -----------------------------------------------------------------------------------------------------------

void close_sleep(Vm& vm, Sleep* sleep) {
  sleep->state = State::Closed;
  Ref timer = Ref::take(std::exchange(sleep->timer, kNull)), future = Ref::take(std::exchange(sleep->future, kNull));
  if (!timer) return;
  Ref pending = take_pending_exception(vm);
  if (!call_method(vm, timer, intern("cancel")) && !interpreter(vm).current().cancelled) clear_pending(vm);
  if (pending) set_pending_exception(vm, pending);
}

Ref fail_sleep(Vm& vm, Sleep* sleep) {
  if (interpreter(vm).current().cancelled) return {};
  add_line(vm, sleep->state);
  close_sleep(vm, sleep);
  return {};
}

Ref finish(Vm& vm, Sleep* sleep, Value result) {
  close_sleep(vm, sleep);
  return result.is_none() ? Ref() : raise(vm, exceptions::StopIteration, result);
}

// Whether the delay lets only a turn of the loop pass: 1, 0, -1.
int is_no_time(Vm& vm, Value delay) {
  if (delay.is_small()) return delay.small() <= 0;
  return compare_truth(vm, delay, Value::small(0), CompareOperator::LessEqual);
}

bool begin_waiting(Vm& vm, Sleep* sleep) {
  vm.charge(kTimerNs);
  if (sleep->flags & kUntracked) {
    sleep->flags &= ~uint32_t{kUntracked};
    collector.track(sleep);
  }
  Ref loop = require_running_loop(vm);
  Ref future = !loop ? Ref() : is_event_loop(loop) ? make_future(vm, loop) : call_method(vm, loop, intern("create_future"));
  Ref callback = future ? library_attribute(vm, "_asyncio", "_set_result_unless_cancelled") : Ref();
  if (!callback) return false;
  sleep->future = Ref(future).release();
  sleep->timer = call_method(vm, loop, intern("call_later"), {sleep->delay, callback, future, sleep->result}).release();
  return !sleep->timer.is_null();
}

Ref start(Vm& vm, Sleep* sleep) {
  vm.charge(kStartNs);
  const int no_time = is_no_time(vm, sleep->delay);
  if (no_time < 0) return fail_sleep(vm, sleep);
  if (no_time) return sleep->state = State::LettingTurnPass, Ref(kNone);
  if (!begin_waiting(vm, sleep)) return fail_sleep(vm, sleep);
  sleep->state = State::WaitingForTimer;
  if (!is_future(sleep->future)) {
    if (!set_attribute(vm, sleep->future, intern("_asyncio_future_blocking"), kTrue)) return fail_sleep(vm, sleep);
  } else {
    sleep->future.as<Future>()->blocking = true;
  }
  return Ref(sleep->future);
}

Ref end_wait(Vm& vm, Sleep* sleep) {
  Ref future(sleep->future), result;
  if (!is_future(future)) {
    result = call_method(vm, future, intern("result"));
  } else if (!is_done(future.as<Future>())) {
    raise(vm, exceptions::RuntimeError, "await wasn't used with future");
  } else if (Ref exception = take_outcome(vm, future.as<Future>(), &result)) {
    raise_exception(vm, exception);
  }
  return result ? finish(vm, sleep, result) : fail_sleep(vm, sleep);
}

// --- methods ---------------------------------------------------------------------------------------------------------

Ref or_stop(Vm& vm, Ref step) { return step || is_pending(vm) ? step : raise(vm, exceptions::StopIteration); }

Ref send_to_sleep(Vm& vm, const Arguments& arguments) {
  if (self_of(arguments)->state == State::Created && !arguments[1].is_none())
    return raise(vm, exceptions::TypeError, "can't send non-None value to a just-started coroutine");
  return or_stop(vm, advance_sleep(vm, self_of(arguments)));
}

Ref throw_method(Vm& vm, const Arguments& arguments) {
  Ref exception = exception_to_throw(vm, arguments);
  return exception ? or_stop(vm, throw_into_sleep(vm, self_of(arguments), exception)) : Ref();
}

Ref close_method(Vm& vm, const Arguments& arguments) {
  close_sleep(vm, self_of(arguments));
  return kNone;
}

// What Python code gets from __await__: an iterator, which the coroutine itself is not.
struct SleepWrapper : Object {
  Value sleep;  // owned
  auto references() { return std::tie(sleep); }
};
Type sleep_wrapper_type;

Ref await(Vm&, const Arguments& arguments) {
  auto* wrapper = new_with_members<SleepWrapper>(&sleep_wrapper_type);
  wrapper->sleep = Ref(arguments[0]).release();
  return Ref::take(wrapper);
}

// A method of the coroutine's as one of its wrapper's.
template <Ref (*method)(Vm&, const Arguments&)>
Ref of_wrapper(Vm& vm, const Arguments& arguments) {
  Value values[4] = {arguments[0].as<SleepWrapper>()->sleep};
  for (size_t i = 1; i < arguments.size(); ++i) values[i] = arguments[i];
  return method(vm, {values, arguments.size(), nullptr});
}

Ref code_of(Vm& vm, Value) {
  Ref function = function_in_python(vm);
  return function ? Ref(Value::of(function.as<Function>()->code)) : Ref();
}

Ref frame_of(Vm& vm, Value self) {
  if (self_of(self)->state == State::Closed) return kNone;
  Ref code = code_of(vm, self), make = library_attribute(vm, "asyncio.tasks", "_frame_of_sleep");
  if (!code || !make) return {};
  const int32_t index = instruction_at(code.as<Code>(), self_of(self)->state);
  return call(vm, make, {make_int(int64_t{code.as<Code>()->line_of(index)})});
}

Ref repr_sleep(Vm&, Value self) { return make_str(fmt::format("<coroutine object sleep at {:#x}>", identity_number(self))); }
Ref name_of(Vm&, Value) { return make_str("sleep"); }
Ref is_false(Vm&, Value) { return kFalse; }
Ref is_none(Vm&, Value) { return kNone; }

const NativeDescription kMethods[] = {
    {"send", send_to_sleep, {1, 1}}, {"throw", throw_method, {1, 3}}, {"close", close_method, {0, 0}}, {"__await__", await, {0, 0}}};
const NativeDescription kWrapperMethods[] = {{"send", of_wrapper<send_to_sleep>, {1, 1}},
                                             {"throw", of_wrapper<throw_method>, {1, 3}},
                                             {"close", of_wrapper<close_method>, {0, 0}}};
const GetterDescription kGetters[] = {
    {"__class__", [](Vm&, Value) { return Ref(Value::of(&coroutine_type)); }},
    {"__name__", name_of},
    {"__qualname__", name_of},
    {"cr_code", code_of},
    {"cr_frame", frame_of},
    {"cr_running", is_false},
    {"cr_suspended", [](Vm&, Value self) {
       return Ref(Value::of(self_of(self)->state == State::LettingTurnPass || self_of(self)->state == State::WaitingForTimer));
     }},
    {"cr_await", [](Vm&, Value self) { return self_of(self)->future.is_null() ? Ref(kNone) : Ref(self_of(self)->future); }},
    {"cr_origin", is_none},
};

void finalize(Vm& vm, Object* object) {
  auto* sleep = static_cast<Sleep*>(object);
  if (interpreter(vm).current().cancelled) return;
  if (sleep->state == State::Created) return warn_never_awaited(vm, Value::of(object));
  close_sleep(vm, sleep);
}

}  // namespace

Ref advance_sleep(Vm& vm, Sleep* sleep) {
  switch (sleep->state) {
    case State::Created: return start(vm, sleep);
    case State::LettingTurnPass: return finish(vm, sleep, sleep->result);
    case State::WaitingForTimer: return end_wait(vm, sleep);
    case State::Closed: break;
  }
  return raise(vm, exceptions::RuntimeError, "cannot reuse already awaited coroutine");
}

Ref throw_into_sleep(Vm& vm, Sleep* sleep, Value exception) {
  if (sleep->state == State::Closed) return raise(vm, exceptions::RuntimeError, "cannot reuse already awaited coroutine");
  set_pending_exception(vm, exception);
  return fail_sleep(vm, sleep);
}

Ref make_sleep(Vm& vm, const Arguments& arguments) {
  vm.charge(kCallNs);
  static const char* const parameter_names[] = {"delay", "result"};
  static const ParameterList parameters{"sleep", parameter_names, 2, 0, 1};
  Value given[2] = {arguments.optional(0), arguments.optional(1)};
  if ((arguments.size() < 1 || arguments.size() > 2 || arguments.keyword_count()) && !bind(vm, arguments, parameters, given)) {
    clear_pending(vm);  // the function in Python has the words
    Ref function = function_in_python(vm);
    return function ? call(vm, function, arguments) : Ref();
  }
  auto* sleep = new_with_members<Sleep>(&sleep_type);
  sleep->state = State::Created;
  sleep->delay = Ref(given[0]).release();
  sleep->result = given[1].is_null() ? kNone : Ref(given[1]).release();
  const bool holds_objects = sleep->result.is_object() || (sleep->delay.is_object() && !is_float(sleep->delay));
  if (!holds_objects) {  // nothing to collect yet
    collector.untrack(sleep);
    sleep->flags |= kUntracked;
  }
  return Ref::take(sleep);
}

void define_sleep_type(Module*) {
  auto next_of_wrapper = [](Vm& vm, Value self) { return advance_sleep(vm, self.as<SleepWrapper>()->sleep.as<Sleep>()); };
  define_type(sleep_wrapper_type, {.name = "coroutine_wrapper", .base = nullptr, .basic_size = sizeof(SleepWrapper), .flags = kTracked,
                                   .operations = iterator_operations<SleepWrapper>(next_of_wrapper), .methods = kWrapperMethods});
  Operations operations = iterator_operations<Sleep>([](Vm& vm, Value self) { return advance_sleep(vm, self.as<Sleep>()); });
  operations.iterate = nullptr;
  operations.clear = clear_members<Sleep>;
  operations.finalize = finalize;
  operations.repr = repr_sleep;
  define_type(sleep_type, {.name = "coroutine", .base = nullptr, .basic_size = sizeof(Sleep), .flags = kTracked | kHasFinalizer,
                           .operations = operations, .methods = kMethods, .getters = kGetters});
}

}  // namespace gilsim::python::asyncio
