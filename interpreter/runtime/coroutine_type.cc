// The types coroutine and coroutine_wrapper (what its __await__ gives), and the warning when one was never awaited.
#include <vector>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/coroutines.h"
#include "interpreter/runtime/generator_parts.h"
#include "interpreter/runtime/imports.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

// Lets one write `for x in coroutine.__await__()`, which a coroutine itself refuses.
struct CoroutineWrapper : Object {
  Value coroutine;
  auto references() { return std::tie(coroutine); }
};
Type coroutine_wrapper_type;

Generator* wrapped(Value self) { return self.as<CoroutineWrapper>()->coroutine.as<Generator>(); }

Ref await_coroutine(Vm&, const Arguments& arguments) {
  auto* wrapper = new_with_members<CoroutineWrapper>(&coroutine_wrapper_type);
  wrapper->coroutine = Ref(arguments[0]).release();
  return Ref::take(wrapper);
}

Ref next_of_wrapper(Vm& vm, Value self) { return send_value(vm, wrapped(self), kNone); }
Ref send_to_wrapper(Vm& vm, const Arguments& arguments) { return send_value(vm, wrapped(arguments[0]), arguments[1]); }
Ref throw_into_wrapper(Vm& vm, const Arguments& arguments) {
  Ref exception = exception_to_throw(vm, arguments);
  return exception ? throw_exception(vm, wrapped(arguments[0]), std::move(exception)) : Ref();
}
Ref close_wrapper(Vm& vm, const Arguments& arguments) { return close(vm, wrapped(arguments[0])) ? Ref(kNone) : Ref(); }

// For what is called meanwhile the innermost frame is one of the program's own: its line is where a coroutine was lost.
class ProgramFrame {
 public:
  explicit ProgramFrame(ThreadState& thread) : thread_(thread), innermost_(thread.frame) {
    while (thread.frame && thread.frame->code->is_library) thread.frame = thread.frame->previous;
    if (!thread.frame) thread.frame = innermost_;
  }
  ~ProgramFrame() { thread_.frame = innermost_; }
  ProgramFrame(const ProgramFrame&) = delete;
  ProgramFrame& operator=(const ProgramFrame&) = delete;

 private:
  ThreadState& thread_;
  Frame* innermost_;
};

}  // namespace

// warnings._warn_unawaited_coroutine knows the words and the place.
void warn_never_awaited(Vm& vm, Value coroutine) {
  Interpreter& process = interpreter(vm);
  if (process.current().cancelled) return;
  if (process.finalizing) {  // without importing anything
    Ref name = get_attribute(vm, coroutine, names.qualname);
    if (!name || !is_str(name)) return clear_pending(vm);
    Ref text = make_str(fmt::format("sys:1: RuntimeWarning: coroutine '{}' was never awaited\n", to_utf8(name)));
    Ref errors(dict_get_str(process.sys_module->dictionary, names.stderr));
    if (errors && !errors.get().is_none() && !call_method(vm, errors, names.write, {text}) && !process.current().cancelled) clear_pending(vm);
    return;
  }
  Ref module = import_module(process, "warnings");
  ProgramFrame place(*vm.thread);
  Ref warn = module ? get_attribute(vm, module, intern("_warn_unawaited_coroutine")) : Ref();
  if (warn && call(vm, warn, {coroutine})) return;
  if (process.current().cancelled) return;
  Ref error = take_pending_exception(vm);
  if (vm.print_unraisable) vm.print_unraisable(vm, error, coroutine);
}

namespace {

void finalize(Vm& vm, Object* object) {
  auto* coroutine = static_cast<Generator*>(object);
  if (coroutine->state == GeneratorState::Created) warn_never_awaited(vm, Value::of(object));
  else close_dying_generator(vm, coroutine);
}

Ref origin(Vm&, Value self) {
  const Value value = self.as<Generator>()->finalizer_or_origin;
  return value.is_null() ? Ref(kNone) : Ref(value);
}

const NativeDescription kMethods[] = {
    {"send", generator_parts::send, {1, 1}},
    {"__sizeof__", generator_parts::size_of, {0, 0}, "Size of object in memory, in bytes."},
    {"throw", generator_parts::throw_, {1, 3}},
    {"close", generator_parts::close, {0, 0}},
    {"__await__", await_coroutine, {0, 0}},
};
const NativeDescription kWrapperMethods[] = {
    {"send", send_to_wrapper, {1, 1}},
    {"throw", throw_into_wrapper, {1, 3}},
    {"close", close_wrapper, {0, 0}},
};
const GetterDescription kGetters[] = {
    {"cr_running", generator_parts::is_running},
    {"cr_suspended", generator_parts::is_suspended},
    {"cr_code", generator_parts::code_of},
    {"cr_frame", generator_parts::frame_of},
    {"cr_await", generator_parts::delegate},
    {"cr_origin", origin},
    {"__name__", generator_parts::name_of, generator_parts::set_name},
    {"__qualname__", generator_parts::qualified_name_of, generator_parts::set_qualified_name},
};

}  // namespace

Ref coroutine_origin(Interpreter& vm, Frame* frame) {
  std::vector<Ref> places;
  for (int64_t depth = vm.current().origin_depth; depth > 0 && frame; --depth, frame = frame->previous)
    places.push_back(make_tuple({Value::of(frame->code->file_name), make_int(int64_t{frame->line()}), Value::of(frame->code->name)}));
  if (places.empty()) return {};
  Tuple* all = new_tuple(static_cast<int64_t>(places.size()));
  for (size_t i = 0; i < places.size(); ++i) all->items[i] = places[i].release();
  return Ref::take(all);
}

Type coroutine_type;

void define_coroutine_types() {
  Operations operations = generator_parts::operations();
  operations.finalize = finalize;
  define_type(coroutine_type, {.name = "coroutine", .base = nullptr, .basic_size = sizeof(Generator), .flags = kTracked | kHasFinalizer,
                               .operations = operations, .methods = kMethods, .getters = kGetters});
  Operations wrapper = iterator_operations<CoroutineWrapper>(next_of_wrapper);
  define_type(coroutine_wrapper_type, {.name = "coroutine_wrapper", .base = nullptr, .basic_size = sizeof(CoroutineWrapper),
                                       .flags = kTracked, .operations = wrapper, .methods = kWrapperMethods});
}

}  // namespace gilsim::python
