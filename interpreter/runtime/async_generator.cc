// The type async_generator: asked for items, it gives awaitables (async_generator_steps.cc).
#include "interpreter/runtime/async_generator.h"

#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/generator_parts.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

// The event loop hears of each async generator once, before its first step, to be able to close it at the end.
bool call_hooks(Vm& vm, Generator* generator) {
  if (std::exchange(generator->hooks_called, true)) return true;
  PythonThread& thread = interpreter(vm).current();
  if (!thread.finalizer_hook.is_null()) generator->finalizer_or_origin = Ref(thread.finalizer_hook).release();
  if (thread.first_iteration_hook.is_null()) return true;
  Ref hook(thread.first_iteration_hook);
  return static_cast<bool>(call(vm, hook, {Value::of(generator)}));
}

Ref self_iterator(Vm&, const Arguments& arguments) { return arguments[0]; }
Ref anext(Vm& vm, const Arguments& arguments) {
  return call_hooks(vm, arguments[0].as<Generator>()) ? make_asend(arguments[0], kNone) : Ref();
}
Ref asend(Vm& vm, const Arguments& arguments) {
  return call_hooks(vm, arguments[0].as<Generator>()) ? make_asend(arguments[0], arguments[1]) : Ref();
}
Ref athrow(Vm& vm, const Arguments& arguments) {
  if (!call_hooks(vm, arguments[0].as<Generator>())) return {};
  Ref thrown = make_tuple(arguments.values + 1, static_cast<int64_t>(arguments.size()) - 1);
  return make_athrow(arguments[0], thrown);
}
Ref aclose(Vm& vm, const Arguments& arguments) {
  return call_hooks(vm, arguments[0].as<Generator>()) ? make_athrow(arguments[0], kNull) : Ref();
}

// The hook may keep the generator, to await its aclose() later.
void finalize(Vm& vm, Object* object) {
  auto* generator = static_cast<Generator*>(object);
  if (generator->state == GeneratorState::Closed) return;
  if (generator->finalizer_or_origin.is_null() || generator->async_closed) return close_dying_generator(vm, generator);
  Ref hook(generator->finalizer_or_origin);
  if (interpreter(vm).current().cancelled || call(vm, hook, {Value::of(object)})) return;
  Ref error = take_pending_exception(vm);
  if (vm.print_unraisable) vm.print_unraisable(vm, error, Value::of(object));
}

Ref is_running(Vm&, Value self) { return Value::of(self.as<Generator>()->async_running); }

const NativeDescription kMethods[] = {
    {"__sizeof__", generator_parts::size_of, {0, 0}, "Size of object in memory, in bytes."},
    {"__aiter__", self_iterator, {0, 0}, "Return an awaitable, that resolves in asynchronous iterator."},
    {"__anext__", anext, {0, 0}, "Return a value or raise StopAsyncIteration."},
    {"asend", asend, {1, 1}, "asend(v) -> send 'v' in generator."},
    {"athrow", athrow, {1, 3}, "athrow(value) -> raise exception in generator."},
    {"aclose", aclose, {0, 0}, "aclose() -> raise GeneratorExit inside generator."},
};
const GetterDescription kGetters[] = {
    {"ag_running", is_running},
    {"ag_suspended", generator_parts::is_suspended},
    {"ag_code", generator_parts::code_of},
    {"ag_frame", generator_parts::frame_of},
    {"ag_await", generator_parts::delegate},
    {"__name__", generator_parts::name_of, generator_parts::set_name},
    {"__qualname__", generator_parts::qualified_name_of, generator_parts::set_qualified_name},
};

}  // namespace

Type async_generator_type;

void define_async_generator_types() {
  Operations operations = generator_parts::operations();
  operations.finalize = finalize;
  define_type(async_generator_type, {.name = "async_generator", .base = nullptr, .basic_size = sizeof(Generator),
                                     .flags = kTracked | kHasFinalizer, .operations = operations, .methods = kMethods,
                                     .getters = kGetters});
  define_async_step_types();
  define_anext_awaitable_type();
}

}  // namespace gilsim::python
