// reversed: a sequence from its end. Types with a __reversed__ of their own answer for themselves.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type reversed_type;

namespace {

bool is_sequence(Value value) {
  return type_of(value)->operations.get_item && type_of(value)->operations.length && !is_dict(value);
}

Ref refuse(Vm& vm, Value value) {
  return raise(vm, exceptions::TypeError, "'{}' object is not reversible", type_name(value));
}

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (type == &reversed_type && arguments.keyword_count())
    return raise(vm, exceptions::TypeError, "reversed() takes no keyword arguments");
  if (arguments.size() != 1)
    return raise(vm, exceptions::TypeError, "reversed expected 1 argument, got {}", arguments.size());
  Value sequence = arguments[0];
  if (type_of(sequence) == &list_type) return iterate_list_backward(sequence);
  SpecialMethod method = find_special(vm, sequence, names.reversed);
  if (method.failed) return {};
  if (method && method.callable.get().is_none()) return refuse(vm, sequence);
  if (method) return call_special(vm, method, sequence);
  if (!is_sequence(sequence)) return refuse(vm, sequence);
  int64_t size = length(vm, sequence);
  if (size < 0) return {};
  auto* self = allocate_object<SequenceIterator>(type);
  incref(self->sequence = sequence);
  self->position = size - 1;
  return Ref::take(self);
}

void destroy_reversed(Object* object) {
  decref(static_cast<SequenceIterator*>(object)->sequence);
  free_object(object, sizeof(SequenceIterator));
}

void traverse(Object* object, Visitor& visitor) {
  Value sequence = static_cast<SequenceIterator*>(object)->sequence;
  if (!sequence.is_null()) visitor.visit(sequence);
}

Ref next_item(Vm& vm, Value value) {
  auto* self = value.as<SequenceIterator>();
  if (self->sequence.is_null()) return {};
  Ref sequence(self->sequence);
  if (self->position >= 0) {
    Ref item = get_item(vm, sequence, make_int(self->position));
    if (item) {
      --self->position;
      return item;
    }
    if (!pending_matches(vm, exceptions::IndexError) && !pending_matches(vm, exceptions::StopIteration)) return {};
    clear_pending(vm);
  }
  decref(std::exchange(self->sequence, kNull));
  return {};
}

Ref length_hint_of(Vm& vm, const Arguments& arguments) {
  auto* self = arguments[0].as<SequenceIterator>();
  if (self->sequence.is_null()) return make_int(0);
  int64_t size = length(vm, self->sequence);
  if (size < 0) return {};
  return make_int(size < self->position + 1 ? 0 : self->position + 1);
}

constexpr NativeDescription kMethods[] = {
    {"__length_hint__", length_hint_of, {0, 0}, "Private method returning an estimate of len(list(it))."}};

}  // namespace

void define_reversed_type() {
  Operations operations;
  operations.destroy = destroy_reversed;
  operations.traverse = traverse;
  operations.create = create;
  operations.iterate = iterate_self;
  operations.next = next_item;
  define_type(reversed_type, {.name = "reversed",
                              .base = nullptr,
                              .basic_size = sizeof(SequenceIterator),
                              .flags = kTracked | kSubclassable,
                              .operations = operations,
                              .methods = kMethods,
                              .doc = "Return a reverse iterator over the values of the given sequence."});
}

}  // namespace gilsim::python
