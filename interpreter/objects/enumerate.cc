// enumerate: pairs of a running number and an item.
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type enumerate_type;

namespace {

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"iterable", "start"};
  Value values[2];
  if (arguments.size() == 0) return raise(vm, exceptions::TypeError, "enumerate() missing required argument 'iterable'");
  if (!bind(vm, arguments, {"enumerate", kNames, 2, 0, 1}, values)) return {};
  Ref start = values[1].is_null() ? Ref(Value::small(0)) : index(vm, values[1]);
  if (!start) return {};
  Ref iterator = iterate(vm, values[0]);
  if (!iterator) return {};
  auto* self = allocate_object<Enumerate>(type);
  self->iterator = iterator.release();
  self->count = start.release();
  self->pair = nullptr;
  return Ref::take(self);
}

void destroy_enumerate(Object* object) {
  auto* self = static_cast<Enumerate*>(object);
  decref(self->iterator), decref(self->count), decref(Value::of(self->pair));
  free_object(self, sizeof(Enumerate));
}

void traverse(Object* object, Visitor& visitor) {
  auto* self = static_cast<Enumerate*>(object);
  visitor.visit(self->iterator);
  if (self->pair) visitor.visit(Value::of(self->pair));
}

Ref next_pair(Vm& vm, Value value) {
  auto* self = value.as<Enumerate>();
  Ref item = next(vm, self->iterator);
  if (!item) return {};
  Ref following = self->count.is_small() ? make_int(self->count.small() + 1) : int_add(vm, self->count, Value::small(1));
  return refill_pair(&self->pair, std::exchange(self->count, following.release()), item.release());
}

constexpr NativeDescription kClassMethods[] = {{"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"}};

}  // namespace

void define_enumerate_type() {
  Operations operations;
  operations.destroy = destroy_enumerate;
  operations.traverse = traverse;
  operations.create = create;
  operations.iterate = iterate_self;
  operations.next = next_pair;
  define_type(enumerate_type, {.name = "enumerate",
                               .base = nullptr,
                               .basic_size = sizeof(Enumerate),
                               .flags = kTracked | kSubclassable,
                               .operations = operations,
                               .class_methods = kClassMethods,
                               .doc = "Return an enumerate object."});
}

}  // namespace gilsim::python
