// map and filter.
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type map_type, filter_type;

namespace {

struct Map : Object {
  Value function;    // owned
  Tuple* iterators;  // owned
};

struct Filter : Object {
  Value function;  // owned; None: the item's own truth
  Value iterator;  // owned
};

bool refuse_keywords(Vm& vm, const Arguments& arguments, const Type* type, const Type* exact, const char* name) {
  if (type != exact || !arguments.keyword_count()) return true;
  return fail(vm, exceptions::TypeError, "{}() takes no keyword arguments", name);
}

Ref create_map(Vm& vm, Type* type, const Arguments& arguments) {
  if (!refuse_keywords(vm, arguments, type, &map_type, "map")) return {};
  if (arguments.size() < 2) return raise(vm, exceptions::TypeError, "map() must have at least two arguments.");
  Tuple* iterators = new_tuple(arguments.size() - 1);
  Ref held = Ref::take(iterators);
  for (int64_t i = 0; i < iterators->size; ++i) {
    Ref iterator = iterate(vm, arguments[i + 1]);
    if (!iterator) return {};
    iterators->items[i] = iterator.release();
  }
  auto* self = allocate_object<Map>(type);
  incref(self->function = arguments[0]);
  self->iterators = held.release().as<Tuple>();
  return Ref::take(self);
}

void destroy_map(Object* object) {
  auto* self = static_cast<Map*>(object);
  decref(self->iterators), decref(self->function);
  free_object(self, sizeof(Map));
}

void traverse_map(Object* object, Visitor& visitor) {
  auto* self = static_cast<Map*>(object);
  visitor.visit(self->function), visitor.visit(Value::of(self->iterators));
}

Ref next_of_many(Vm& vm, Map* self) {
  Tuple* iterators = self->iterators;
  Ref row = Ref::take(new_tuple(iterators->size));
  for (int64_t i = 0; i < iterators->size; ++i) {
    Ref item = next(vm, iterators->items[i]);
    if (!item) return {};
    row.as<Tuple>()->items[i] = item.release();
  }
  return call(vm, self->function, Arguments{row.as<Tuple>()->items, static_cast<size_t>(iterators->size), nullptr});
}

Ref next_of_map(Vm& vm, Value value) {
  auto* self = value.as<Map>();
  if (self->iterators->size > 1) return next_of_many(vm, self);
  Ref item = next(vm, self->iterators->items[0]);
  if (!item) return {};
  Value argument = item;
  return call(vm, self->function, Arguments{&argument, 1, nullptr});
}

Ref create_filter(Vm& vm, Type* type, const Arguments& arguments) {
  if (!refuse_keywords(vm, arguments, type, &filter_type, "filter")) return {};
  if (arguments.size() != 2)
    return raise(vm, exceptions::TypeError, "filter expected 2 arguments, got {}", arguments.size());
  Ref iterator = iterate(vm, arguments[1]);
  if (!iterator) return {};
  auto* self = allocate_object<Filter>(type);
  incref(self->function = arguments[0]);
  self->iterator = iterator.release();
  return Ref::take(self);
}

void destroy_filter(Object* object) {
  auto* self = static_cast<Filter*>(object);
  decref(self->function), decref(self->iterator);
  free_object(self, sizeof(Filter));
}

void traverse_filter(Object* object, Visitor& visitor) {
  auto* self = static_cast<Filter*>(object);
  visitor.visit(self->function), visitor.visit(self->iterator);
}

int passes(Vm& vm, Value function, Value item) {
  if (function.is_none() || function == Value::of(&bool_type)) return truth(vm, item);
  Ref answer = call(vm, function, Arguments{&item, 1, nullptr});
  return answer ? truth(vm, answer) : -1;
}

Ref next_of_filter(Vm& vm, Value value) {
  auto* self = value.as<Filter>();
  while (Ref item = next(vm, self->iterator)) {
    int passed = passes(vm, self->function, item);
    if (passed > 0) return item;
    if (passed < 0) return {};
  }
  return {};
}

void define(Type& type, const char* name, uint32_t size, const char* doc, Operations operations) {
  operations.iterate = iterate_self;
  define_type(type, {.name = name,
                     .base = nullptr,
                     .basic_size = size,
                     .flags = kTracked | kSubclassable,
                     .operations = operations,
                     .doc = doc});
}

}  // namespace

void define_map_types() {
  Operations map_operations;
  map_operations.destroy = destroy_map;
  map_operations.traverse = traverse_map;
  map_operations.create = create_map;
  map_operations.next = next_of_map;
  define(map_type, "map", sizeof(Map), "map(func, *iterables) --> map object", map_operations);
  Operations filter_operations;
  filter_operations.destroy = destroy_filter;
  filter_operations.traverse = traverse_filter;
  filter_operations.create = create_filter;
  filter_operations.next = next_of_filter;
  define(filter_type, "filter", sizeof(Filter), "filter(function or None, iterable) --> filter object",
         filter_operations);
}

}  // namespace gilsim::python
