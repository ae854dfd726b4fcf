// Iterators over a deque, from either end.
#include "interpreter/modules/collections/deque.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::collections {

Type deque_iterator_type, deque_reverse_iterator_type;

namespace {

Ref make_iterator(Type* type, Value deque) {
  auto* iterator = allocate_object<DequeIterator>(type);
  incref(iterator->deque = deque.as<Deque>());
  iterator->position = 0;
  iterator->changes = iterator->deque->changes;
  return Ref::take(iterator);
}

DequeIterator* self_of(Value self) { return self.as<DequeIterator>(); }

void drop_deque(DequeIterator* iterator) {
  if (Deque* deque = std::exchange(iterator->deque, nullptr)) decref(deque);
}

void destroy_iterator(Object* object) {
  drop_deque(static_cast<DequeIterator*>(object));
  free_object(object, sizeof(DequeIterator));
}

void traverse(Object* object, Visitor& visitor) {
  if (Deque* deque = static_cast<DequeIterator*>(object)->deque) visitor.visit(Value::of(deque));
}

template <bool backward>
Ref next_item(Vm& vm, Value self) {
  DequeIterator* iterator = self_of(self);
  Deque* deque = iterator->deque;
  if (!deque) return {};
  if (iterator->changes != deque->changes) {
    drop_deque(iterator);
    return raise(vm, exceptions::RuntimeError, "deque mutated during iteration");
  }
  if (iterator->position == deque->size) {
    drop_deque(iterator);
    return {};
  }
  int64_t index = iterator->position++;
  return (*deque)[backward ? deque->size - 1 - index : index];
}

Ref length_hint_of(Vm&, const Arguments& arguments) {
  DequeIterator* iterator = self_of(arguments[0]);
  return make_int(iterator->deque ? iterator->deque->size - iterator->position : 0);
}

constexpr NativeDescription kMethods[] = {
    {"__length_hint__", length_hint_of, {0, 0}, "Private method returning an estimate of len(list(it))."},
};

void define(Module* module, Type& type, const char* name, UnaryFunction next) {
  Operations operations;
  operations.destroy = destroy_iterator;
  operations.traverse = traverse;
  operations.iterate = iterate_self;
  operations.next = next;
  define_type(type, {.name = name,
                     .base = nullptr,
                     .basic_size = sizeof(DequeIterator),
                     .flags = kTracked,
                     .operations = operations,
                     .methods = kMethods});
  dict_set_str(module->dictionary, type.name, Value::of(&type));
}

}  // namespace

Ref iterate_deque(Vm&, Value self) { return make_iterator(&deque_iterator_type, self); }
Ref iterate_backward(Vm&, const Arguments& arguments) {
  return make_iterator(&deque_reverse_iterator_type, arguments[0]);
}

void define_deque_iterator_types(Module* module) {
  define(module, deque_iterator_type, "_collections._deque_iterator", next_item<false>);
  define(module, deque_reverse_iterator_type, "_collections._deque_reverse_iterator", next_item<true>);
}

}  // namespace gilsim::python::collections
