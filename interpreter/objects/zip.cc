// zip: tuples of the next item of each iterable, until the shortest is exhausted.
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type zip_type;

namespace {

struct Zip : Object {
  Tuple* iterators;  // owned
  Tuple* row;        // owned: the tuple given last, used again when nobody has kept it; or null
  bool strict;
};

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"strict"};
  Value strict_argument;
  Arguments keywords = {arguments.values + arguments.size(), 0, arguments.keyword_names};
  if (!bind(vm, keywords, {"zip", kNames, 1, 0, 0, 0}, &strict_argument)) return {};
  int strict = strict_argument.is_null() ? 0 : truth(vm, strict_argument);
  if (strict < 0) return {};
  Tuple* iterators = new_tuple(arguments.size());
  Ref held = Ref::take(iterators);
  for (size_t i = 0; i < arguments.size(); ++i) {
    Ref iterator = iterate(vm, arguments[i]);
    if (!iterator) return {};
    iterators->items[i] = iterator.release();
  }
  auto* self = allocate_object<Zip>(type);
  self->iterators = held.release().as<Tuple>();
  self->row = nullptr;
  self->strict = strict;
  return Ref::take(self);
}

void destroy_zip(Object* object) {
  auto* self = static_cast<Zip*>(object);
  decref(self->iterators), decref(Value::of(self->row));
  free_object(self, sizeof(Zip));
}

void traverse(Object* object, Visitor& visitor) {
  auto* self = static_cast<Zip*>(object);
  visitor.visit(Value::of(self->iterators));
  if (self->row) visitor.visit(Value::of(self->row));
}

Ref raise_unequal(Vm& vm, int64_t argument, const char* how) {
  std::string others = argument == 2 ? " 1" : fmt::format("s 1-{}", argument - 1);
  return raise(vm, exceptions::ValueError, "zip() argument {} is {} than argument{}", argument, how, others);
}

// Iterable number `argument` (from 0) has ended: when all must be equally long, that must be so for all of them.
Ref finish(Vm& vm, Zip* self, int64_t argument) {
  if (!self->strict || is_pending(vm)) return {};
  if (argument > 0) return raise_unequal(vm, argument + 1, "shorter");
  for (int64_t i = 1; i < self->iterators->size; ++i) {
    if (Ref surplus = next(vm, self->iterators->items[i])) return raise_unequal(vm, i + 1, "longer");
    if (is_pending(vm)) return {};
  }
  return {};
}

Ref next_row(Vm& vm, Value value) {
  auto* self = value.as<Zip>();
  int64_t size = self->iterators->size;
  if (size == 0) return {};
  if (self->row && self->row->refcount == 1) {
    Ref row(self->row);
    for (int64_t i = 0; i < size; ++i) {
      Ref item = next(vm, self->iterators->items[i]);
      if (!item) return finish(vm, self, i);
      Ref old = Ref::take(std::exchange(row.as<Tuple>()->items[i], item.release()));
    }
    return row;
  }
  Ref row = Ref::take(new_tuple(size));
  for (int64_t i = 0; i < size; ++i) {
    Ref item = next(vm, self->iterators->items[i]);
    if (!item) return finish(vm, self, i);
    row.as<Tuple>()->items[i] = item.release();
  }
  Ref old = Ref::take(Value::of(self->row));
  self->row = row.as<Tuple>();
  incref(self->row);
  return row;
}

}  // namespace

void define_zip_type() {
  Operations operations;
  operations.destroy = destroy_zip;
  operations.traverse = traverse;
  operations.create = create;
  operations.iterate = iterate_self;
  operations.next = next_row;
  define_type(zip_type, {.name = "zip",
                         .base = nullptr,
                         .basic_size = sizeof(Zip),
                         .flags = kTracked | kSubclassable,
                         .operations = operations,
                         .doc = "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted."});
}

}  // namespace gilsim::python
