// What anext() gives when it has a default: awaits the next item, and gives the default instead of StopAsyncIteration.
#include "interpreter/objects/exception.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/coroutines.h"
#include "interpreter/runtime/async_generator.h"

namespace gilsim::python {

namespace {

struct AnextAwaitable : Object {
  Value wrapped, otherwise;
  auto references() { return std::tie(wrapped, otherwise); }
};
Type anext_awaitable_type;

Ref iterator_of(Vm& vm, Value self) {
  Ref iterator = await_iterator(vm, self.as<AnextAwaitable>()->wrapped, "object {} can't be used in 'await' expression");
  return iterator && is_coroutine(iterator) ? call_method(vm, iterator, names.await) : iterator;
}

// The result of a step as it is, except that the end of the iterator is the end of the awaiting, with the default.
Ref or_default(Vm& vm, Value self, Ref result) {
  if (result || !pending_matches(vm, exceptions::StopAsyncIteration)) return result;
  clear_pending(vm);
  return raise(vm, exceptions::StopIteration, self.as<AnextAwaitable>()->otherwise);
}

Ref next_of(Vm& vm, Value self) {
  Ref iterator = iterator_of(vm, self);
  return iterator ? or_default(vm, self, next_or_stop(vm, iterator)) : Ref();
}

Ref pass_on(Vm& vm, const Arguments& arguments, const char* method) {
  Ref iterator = iterator_of(vm, arguments[0]);
  Ref function = iterator ? get_attribute(vm, iterator, intern(method)) : Ref();
  return function ? or_default(vm, arguments[0], call(vm, function, arguments.without_first())) : Ref();
}
Ref send(Vm& vm, const Arguments& arguments) { return pass_on(vm, arguments, "send"); }
Ref throw_(Vm& vm, const Arguments& arguments) { return pass_on(vm, arguments, "throw"); }
Ref close(Vm& vm, const Arguments& arguments) { return pass_on(vm, arguments, "close"); }
Ref await_self(Vm&, const Arguments& arguments) { return arguments[0]; }

const NativeDescription kMethods[] = {
    {"__await__", await_self, {0, 0}},
    {"send", send, {1, 1}},
    {"throw", throw_, {1, 3}},
    {"close", close, {0, 0}},
};

}  // namespace

Ref make_anext_awaitable(Value awaitable, Value otherwise) {
  auto* result = new_with_members<AnextAwaitable>(&anext_awaitable_type);
  result->wrapped = Ref(awaitable).release();
  result->otherwise = Ref(otherwise).release();
  return Ref::take(result);
}

void define_anext_awaitable_type() {
  define_type(anext_awaitable_type, {.name = "anext_awaitable", .base = nullptr, .basic_size = sizeof(AnextAwaitable), .flags = kTracked,
                                     .operations = iterator_operations<AnextAwaitable>(next_of), .methods = kMethods});
}

}  // namespace gilsim::python
