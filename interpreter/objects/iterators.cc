#include "interpreter/objects/iterators.h"

#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type list_iterator_type, list_reverse_iterator_type, tuple_iterator_type, sequence_iterator_type,
    callable_iterator_type;

Ref iterate_self(Vm&, Value self) { return self; }

Ref iterate_list(Vm&, Value self) {
  auto* iterator = allocate_object<ListIterator>(&list_iterator_type);
  incref(iterator->list = self.as<List>());
  iterator->position = 0;
  return Ref::take(iterator);
}

Ref iterate_list_backward(Value list) {
  auto* iterator = allocate_object<ListIterator>(&list_reverse_iterator_type);
  incref(iterator->list = list.as<List>());
  iterator->position = iterator->list->size - 1;
  return Ref::take(iterator);
}

Ref iterate_tuple(Vm&, Value self) {
  auto* iterator = allocate_object<TupleIterator>(&tuple_iterator_type);
  incref(iterator->tuple = self.as<Tuple>());
  iterator->position = 0;
  return Ref::take(iterator);
}

Ref make_sequence_iterator(Value sequence) {
  auto* iterator = allocate_object<SequenceIterator>(&sequence_iterator_type);
  incref(iterator->sequence = sequence);
  iterator->position = 0;
  return Ref::take(iterator);
}

Ref make_callable_iterator(Value function, Value sentinel) {
  auto* iterator = allocate_object<CallableIterator>(&callable_iterator_type);
  incref(iterator->function = function);
  incref(iterator->sentinel = sentinel);
  return Ref::take(iterator);
}

Ref refill_pair(Tuple** last, Value first, Value second) {
  Tuple* pair = *last;
  if (pair && pair->refcount == 1) {
    Ref result(pair);
    Ref old_first = Ref::take(std::exchange(pair->items[0], first));
    Ref old_second = Ref::take(std::exchange(pair->items[1], second));
    return result;
  }
  Ref old = pair ? Ref::take(pair) : Ref();
  pair = new_tuple(2);
  pair->items[0] = first;
  pair->items[1] = second;
  *last = pair;
  return Ref(pair);
}

namespace {

// The five types differ in which field is the container (dropped at the end) and in how the next item is found.
template <class Iterator, auto Container>
void drop(Iterator* iterator) {
  Ref dropped = Ref::take(Value::of(std::exchange(iterator->*Container, nullptr)));
}

template <class Iterator, auto Container>
void destroy_iterator(Object* object) {
  auto* iterator = static_cast<Iterator*>(object);
  drop<Iterator, Container>(iterator);
  free_object(iterator, sizeof(Iterator));
}

template <class Iterator, auto Container>
void traverse_iterator(Object* object, Visitor& visitor) {
  auto* iterator = static_cast<Iterator*>(object);
  if (iterator->*Container) visitor.visit(Value::of(iterator->*Container));
}

template <class Iterator, auto Container>
Ref next_forward(Vm&, Value self) {
  auto* iterator = self.as<Iterator>();
  auto* row = iterator->*Container;
  if (!row) return {};
  if (iterator->position < row->size) return row->items[iterator->position++];
  drop<Iterator, Container>(iterator);
  return {};
}

Ref next_backward(Vm&, Value self) {
  auto* iterator = self.as<ListIterator>();
  List* list = iterator->list;
  if (!list) return {};
  if (iterator->position >= 0 && iterator->position < list->size) return list->items[iterator->position--];
  iterator->position = -1;
  drop<ListIterator, &ListIterator::list>(iterator);
  return {};
}

void destroy_sequence_iterator(Object* object) {
  auto* iterator = static_cast<SequenceIterator*>(object);
  decref(iterator->sequence);
  free_object(iterator, sizeof(SequenceIterator));
}

void traverse_sequence_iterator(Object* object, Visitor& visitor) {
  Value sequence = static_cast<SequenceIterator*>(object)->sequence;
  if (!sequence.is_null()) visitor.visit(sequence);
}

Ref next_by_index(Vm& vm, Value self) {
  auto* iterator = self.as<SequenceIterator>();
  if (iterator->sequence.is_null()) return {};
  Ref sequence(iterator->sequence);
  Ref item = get_item(vm, sequence, make_int(iterator->position));
  if (item) {
    ++iterator->position;
    return item;
  }
  if (pending_matches(vm, exceptions::IndexError) || pending_matches(vm, exceptions::StopIteration)) {
    clear_pending(vm);
    decref(std::exchange(iterator->sequence, kNull));
  }
  return {};
}

void drop_function(CallableIterator* iterator) {
  Ref function = Ref::take(std::exchange(iterator->function, kNull));
  Ref sentinel = Ref::take(std::exchange(iterator->sentinel, kNull));
}

void destroy_callable_iterator(Object* object) {
  drop_function(static_cast<CallableIterator*>(object));
  free_object(object, sizeof(CallableIterator));
}

void traverse_callable_iterator(Object* object, Visitor& visitor) {
  auto* iterator = static_cast<CallableIterator*>(object);
  if (!iterator->function.is_null()) visitor.visit(iterator->function);
  if (!iterator->sentinel.is_null()) visitor.visit(iterator->sentinel);
}

Ref next_by_call(Vm& vm, Value self) {
  auto* iterator = self.as<CallableIterator>();
  if (iterator->function.is_null()) return {};
  Ref function(iterator->function);
  Ref item = call(vm, function);
  if (item && !iterator->sentinel.is_null()) {
    Ref sentinel(iterator->sentinel);
    int equal = equal_items(vm, sentinel, item);
    if (equal == 0) return item;
    if (equal > 0) drop_function(iterator);
    return {};
  }
  if (!item && pending_matches(vm, exceptions::StopIteration)) {
    clear_pending(vm);
    drop_function(iterator);
  }
  return {};
}

// --- __length_hint__ --------------------------------------------------------------------------------------------------

template <class Iterator, auto Container>
Ref length_hint_forward(Vm&, const Arguments& arguments) {
  auto* iterator = arguments[0].as<Iterator>();
  auto* row = iterator->*Container;
  return make_int(row ? std::max<int64_t>(row->size - iterator->position, 0) : 0);
}

Ref length_hint_backward(Vm&, const Arguments& arguments) {
  auto* iterator = arguments[0].as<ListIterator>();
  bool in_range = iterator->list && iterator->position < iterator->list->size;
  return make_int(in_range ? iterator->position + 1 : 0);
}

constexpr const char* kHintDoc = "Private method returning an estimate of len(list(it)).";
constexpr NativeDescription kListMethods[] = {
    {"__length_hint__", length_hint_forward<ListIterator, &ListIterator::list>, {0, 0}, kHintDoc}};
constexpr NativeDescription kListReverseMethods[] = {{"__length_hint__", length_hint_backward, {0, 0}, kHintDoc}};
constexpr NativeDescription kTupleMethods[] = {
    {"__length_hint__", length_hint_forward<TupleIterator, &TupleIterator::tuple>, {0, 0}, kHintDoc}};

void define(Type& type, const char* name, uint32_t size, UnaryFunction next, void (*destroy)(Object*),
            void (*traverse)(Object*, Visitor&), std::span<const NativeDescription> methods = {}) {
  Operations operations;
  operations.destroy = destroy;
  operations.traverse = traverse;
  operations.iterate = iterate_self;
  operations.next = next;
  define_type(type, {.name = name,
                     .base = nullptr,
                     .basic_size = size,
                     .flags = kTracked,
                     .operations = operations,
                     .methods = methods});
}

}  // namespace

void define_iterator_types() {
  constexpr auto kList = &ListIterator::list;
  constexpr auto kTuple = &TupleIterator::tuple;
  define(list_iterator_type, "list_iterator", sizeof(ListIterator), next_forward<ListIterator, kList>,
         destroy_iterator<ListIterator, kList>, traverse_iterator<ListIterator, kList>, kListMethods);
  define(list_reverse_iterator_type, "list_reverseiterator", sizeof(ListIterator), next_backward,
         destroy_iterator<ListIterator, kList>, traverse_iterator<ListIterator, kList>, kListReverseMethods);
  define(tuple_iterator_type, "tuple_iterator", sizeof(TupleIterator), next_forward<TupleIterator, kTuple>,
         destroy_iterator<TupleIterator, kTuple>, traverse_iterator<TupleIterator, kTuple>, kTupleMethods);
  define(sequence_iterator_type, "iterator", sizeof(SequenceIterator), next_by_index, destroy_sequence_iterator,
         traverse_sequence_iterator);
  define(callable_iterator_type, "callable_iterator", sizeof(CallableIterator), next_by_call,
         destroy_callable_iterator, traverse_callable_iterator);
  define_enumerate_type();
  define_reversed_type();
  define_zip_type();
  define_map_types();
}

}  // namespace gilsim::python
