#include "interpreter/modules/collections/deque.h"

#include "interpreter/objects/sequence.h"

namespace gilsim::python::collections {

namespace {

constexpr int64_t kLeastCapacity = 8;

void set_capacity(Deque* deque, int64_t capacity) {
  auto* ring = static_cast<Value*>(heap.allocate(capacity * sizeof(Value)));
  for (int64_t i = 0; i < deque->size; ++i) ring[i] = (*deque)[i];
  if (deque->ring) heap.free(deque->ring, deque->capacity * sizeof(Value));
  deque->ring = ring;
  deque->capacity = capacity;
  deque->head = 0;
}

void make_room(Deque* deque) {
  if (deque->size == deque->capacity) set_capacity(deque, deque->capacity ? deque->capacity * 2 : kLeastCapacity);
}

}  // namespace

Ref make_deque(Type* type, int64_t limit) {
  auto* deque = allocate_object<Deque>(type);
  deque->ring = nullptr;
  deque->capacity = deque->head = deque->size = deque->changes = 0;
  deque->limit = limit;
  return Ref::take(deque);
}

void push(Deque* deque, Value item) {
  if (deque->limit == 0) return;
  Ref surplus = deque->size == deque->limit ? pop_left(deque) : Ref();
  make_room(deque);
  incref((*deque)[deque->size++] = item);
  ++deque->changes;
}

void push_left(Deque* deque, Value item) {
  if (deque->limit == 0) return;
  Ref surplus = deque->size == deque->limit ? pop(deque) : Ref();
  make_room(deque);
  deque->head = deque->place(-1);
  ++deque->size;
  incref((*deque)[0] = item);
  ++deque->changes;
}

Ref pop(Deque* deque) {
  ++deque->changes;
  return Ref::take((*deque)[--deque->size]);
}

Ref pop_left(Deque* deque) {
  ++deque->changes;
  Value item = (*deque)[0];
  deque->head = deque->place(1);
  --deque->size;
  return Ref::take(item);
}

void clear(Deque* deque) {
  Deque old = *deque;  // only its fields: the items now belong to this copy
  deque->ring = nullptr;
  deque->capacity = deque->head = deque->size = 0;
  ++deque->changes;
  for (int64_t i = 0; i < old.size; ++i) decref(old[i]);
  if (old.ring) heap.free(old.ring, old.capacity * sizeof(Value));
}

bool extend(Vm& vm, Deque* deque, Value iterable) {
  Ref source = iterable == Value::of(deque) ? to_list(vm, iterable) : Ref(iterable);
  return source && for_each(vm, source, [&](Value item) {
           vm.charge(kMoveCost);
           push(deque, item);
           return true;
         });
}

bool extend_left(Vm& vm, Deque* deque, Value iterable) {
  Ref source = iterable == Value::of(deque) ? to_list(vm, iterable) : Ref(iterable);
  return source && for_each(vm, source, [&](Value item) {
           vm.charge(kMoveCost);
           push_left(deque, item);
           return true;
         });
}

void insert(Deque* deque, int64_t index, Value item) {
  if (index < 0) index = std::max<int64_t>(index + deque->size, 0);
  push(deque, item);
  for (int64_t i = deque->size - 1; i > index; --i) std::swap((*deque)[i], (*deque)[i - 1]);
}

void remove_at(Deque* deque, int64_t index) {
  Ref removed = Ref::take((*deque)[index]);
  for (int64_t i = index; i + 1 < deque->size; ++i) (*deque)[i] = (*deque)[i + 1];
  --deque->size;
  ++deque->changes;
}

void rotate(Deque* deque, int64_t steps) {
  if (deque->size < 2) return;
  steps %= deque->size;
  if (steps > deque->size / 2) steps -= deque->size;
  if (steps < -(deque->size / 2)) steps += deque->size;
  for (; steps > 0; --steps) {
    Value item = (*deque)[deque->size - 1];
    deque->head = deque->place(-1);
    (*deque)[0] = item;
  }
  for (; steps < 0; ++steps) {
    Value item = (*deque)[0];
    deque->head = deque->place(1);
    (*deque)[deque->size - 1] = item;
  }
  ++deque->changes;
}

Ref copy(Deque* deque) {
  Ref result = make_deque(&deque_type, deque->limit);
  for (int64_t i = 0; i < deque->size; ++i) push(result.as<Deque>(), (*deque)[i]);
  return result;
}

}  // namespace gilsim::python::collections
