// count, cycle, repeat.
#include "interpreter/modules/itertools/itertools.h"
#include "interpreter/objects/float.h"

namespace gilsim::python::itertools {

namespace {

// --- count ------------------------------------------------------------------------------------------------------------

struct Count : Object {
  Value number, step;
  auto references() { return std::tie(number, step); }
};
Type count_type;

bool is_number(Value value) {
  const Operations& operations = type_of(value)->operations;
  return is_int(value) || operations.index || operations.to_float || operations.to_int;
}

Ref create_count(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"start", "step"};
  Value values[2];
  if (!bind(vm, arguments, {"count", kNames, 2, 0, 0}, values)) return {};
  Ref start = values[0].is_null() ? Value::small(0) : values[0];
  Ref step = values[1].is_null() ? Value::small(1) : values[1];
  if (!is_number(start) || !is_number(step)) return raise(vm, exceptions::TypeError, "a number is required");
  auto* self = new_with_members<Count>(type);
  self->number = start.release();
  self->step = step.release();
  return Ref::take(self);
}

Ref next_of_count(Vm& vm, Value value) {
  auto* self = value.as<Count>();
  Ref number(self->number);
  Ref following = self->number.is_small() && self->step.is_small()
                      ? make_int(self->number.small() + self->step.small())
                      : binary(vm, Binary::Add, number, self->step);
  if (!following) return {};
  replace(self->number, following);
  return number;
}

Ref repr_of_count(Vm& vm, Value value) {
  auto* self = value.as<Count>();
  Value parts[] = {self->number, self->step};
  Ref row = make_tuple(parts, self->step == Value::small(1) ? 1 : 2);
  return row_repr(vm, row.as<Tuple>(), "count(", ")");
}

// --- cycle ------------------------------------------------------------------------------------------------------------

struct Cycle : Object {
  Value iterator;  // null: exhausted, only `saved` counts
  Value saved;     // list of the items so far
  int64_t position;
  auto references() { return std::tie(iterator, saved); }
};
Type cycle_type;

Ref create_cycle(Vm& vm, Type* type, const Arguments& arguments) {
  if (!refuse_keywords(vm, arguments, type, cycle_type, "cycle")) return {};
  if (!check_count(vm, arguments, "cycle", 1, 1)) return {};
  Ref iterator = iterate(vm, arguments[0]);
  if (!iterator) return {};
  auto* self = new_with_members<Cycle>(type);
  self->iterator = iterator.release();
  self->position = 0;
  self->saved = Value::of(new_list());
  return Ref::take(self);
}

Ref next_of_cycle(Vm& vm, Value value) {
  auto* self = value.as<Cycle>();
  auto* saved = self->saved.as<List>();
  if (!self->iterator.is_null()) {
    if (Ref item = next(vm, self->iterator)) {
      list_append(saved, item);
      return item;
    }
    if (is_pending(vm)) return {};
    replace(self->iterator, Ref());
  }
  if (saved->size == 0) return {};
  if (self->position >= saved->size) self->position = 0;
  return saved->items[self->position++];
}

// --- repeat -----------------------------------------------------------------------------------------------------------

struct Repeat : Object {
  Value item;
  int64_t left;  // -1: for ever
  auto references() { return std::tie(item); }
};
Type repeat_type;

Ref create_repeat(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"object", "times"};
  Value values[2];
  if (!bind(vm, arguments, {"repeat", kNames, 2, 0, 1}, values)) return {};
  int64_t times = -1;
  if (!values[1].is_null()) {
    if (!as_int64(vm, values[1], &times)) return {};
    if (times < 0) times = 0;
  }
  auto* self = new_with_members<Repeat>(type);
  incref(self->item = values[0]);
  self->left = times;
  return Ref::take(self);
}

Ref next_of_repeat(Vm&, Value value) {
  auto* self = value.as<Repeat>();
  if (self->left == 0) return {};
  if (self->left > 0) --self->left;
  return self->item;
}

Ref repr_of_repeat(Vm& vm, Value value) {
  auto* self = value.as<Repeat>();
  Ref left = make_int(self->left);
  Value parts[] = {self->item, left};
  Ref row = make_tuple(parts, self->left < 0 ? 1 : 2);
  return row_repr(vm, row.as<Tuple>(), "repeat(", ")");
}

Ref length_hint_of_repeat(Vm& vm, const Arguments& arguments) {
  auto* self = arguments[0].as<Repeat>();
  if (self->left < 0) return raise(vm, exceptions::TypeError, "len() of unsized object");
  return make_int(self->left);
}

constexpr NativeDescription kRepeatMethods[] = {
    {"__length_hint__", length_hint_of_repeat, {0, 0}, "Private method returning an estimate of len(list(it))."},
};

}  // namespace

void add_endless_types(Module* module) {
  IteratorDefinition count{"itertools.count", "Return a count object whose .__next__() method returns consecutive values.",
                           iterator_operations<Count>(next_of_count)};
  count.operations.create = create_count;
  count.operations.repr = repr_of_count;
  add_type(module, count_type, sizeof(Count), count);

  IteratorDefinition cycle{"itertools.cycle",
                           "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
                           iterator_operations<Cycle>(next_of_cycle)};
  cycle.operations.create = create_cycle;
  add_type(module, cycle_type, sizeof(Cycle), cycle);

  IteratorDefinition repeat{"itertools.repeat", "repeat(object [,times]) -> create an iterator which returns the object",
                            iterator_operations<Repeat>(next_of_repeat), kRepeatMethods};
  repeat.operations.create = create_repeat;
  repeat.operations.repr = repr_of_repeat;
  add_type(module, repeat_type, sizeof(Repeat), repeat);
}

}  // namespace gilsim::python::itertools
