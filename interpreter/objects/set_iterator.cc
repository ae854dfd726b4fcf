// The iterator over set and frozenset.
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type set_iterator_type;

Ref iterate_set(Vm&, Value self) {
  auto* iterator = allocate_object<SetIterator>(&set_iterator_type);
  iterator->set = self.as<Set>();
  incref(iterator->set);
  iterator->used = iterator->remaining = iterator->set->used;
  iterator->position = 0;
  return Ref::take(iterator);
}

namespace {

SetIterator* self_of(Value self) { return self.as<SetIterator>(); }

void drop_set(SetIterator* iterator) {
  if (Set* set = std::exchange(iterator->set, nullptr)) decref(set);
}

void destroy_iterator(Object* object) {
  drop_set(static_cast<SetIterator*>(object));
  free_object(object, sizeof(SetIterator));
}

void traverse(Object* object, Visitor& visitor) {
  if (Set* set = static_cast<SetIterator*>(object)->set) visitor.visit(Value::of(set));
}

Ref next_item(Vm& vm, Value self) {
  SetIterator* iterator = self_of(self);
  if (!iterator->set) return {};
  if (iterator->used != iterator->set->used) {
    iterator->used = -1;  // never right again
    return raise(vm, exceptions::RuntimeError, "Set changed size during iteration");
  }
  Value item;
  if (set_next(iterator->set, iterator->position, &item)) {
    --iterator->remaining;
    return item;
  }
  drop_set(iterator);
  return {};
}

Ref length_hint(Vm&, const Arguments& arguments) {
  SetIterator* iterator = self_of(arguments[0]);
  bool unchanged = iterator->set && iterator->used == iterator->set->used;
  return make_int(unchanged ? iterator->remaining : 0);
}

constexpr NativeDescription kMethods[] = {
    {"__length_hint__", length_hint, {0, 0}, "Private method returning an estimate of len(list(it))."},
};

}  // namespace

void define_set_iterator_type() {
  Operations operations;
  operations.destroy = destroy_iterator;
  operations.traverse = traverse;
  operations.iterate = iterate_self;
  operations.next = next_item;
  define_type(set_iterator_type, {.name = "set_iterator",
                                  .base = nullptr,
                                  .basic_size = sizeof(SetIterator),
                                  .flags = kTracked,
                                  .operations = operations,
                                  .methods = kMethods});
}

}  // namespace gilsim::python
