// Iterators over a dict: forward and backward, over keys, values or items.
#include "interpreter/objects/dict_views.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type dict_key_iterator_type, dict_value_iterator_type, dict_item_iterator_type, dict_reverse_key_iterator_type,
    dict_reverse_value_iterator_type, dict_reverse_item_iterator_type;

namespace {

bool is_backward(const Type* type) {
  return type == &dict_reverse_key_iterator_type || type == &dict_reverse_value_iterator_type ||
         type == &dict_reverse_item_iterator_type;
}

DictIterator* self_of(Value self) { return self.as<DictIterator>(); }

}  // namespace

Ref make_dict_iterator(Type* type, Dict* dict) {
  auto* iterator = allocate_object<DictIterator>(type);
  incref(iterator->dict = dict);
  iterator->used = iterator->remaining = dict->used;
  iterator->position = is_backward(type) ? dict->entry_count - 1 : 0;
  iterator->pair = nullptr;
  return Ref::take(iterator);
}

Ref iterate_dict(Vm&, Value self) { return make_dict_iterator(&dict_key_iterator_type, self.as<Dict>()); }

namespace {

void drop_dict(DictIterator* iterator) {
  if (Dict* dict = std::exchange(iterator->dict, nullptr)) decref(dict);
}

void destroy_iterator(Object* object) {
  auto* iterator = static_cast<DictIterator*>(object);
  drop_dict(iterator);
  if (iterator->pair) decref(iterator->pair);
  free_object(iterator, sizeof(DictIterator));
}

void traverse(Object* object, Visitor& visitor) {
  auto* iterator = static_cast<DictIterator*>(object);
  if (iterator->dict) visitor.visit(Value::of(iterator->dict));
  if (iterator->pair) visitor.visit(Value::of(iterator->pair));
}

// The next live entry; null: exhausted, or RuntimeError pending because the dict has changed.
DictEntry* advance_forward(Vm& vm, DictIterator* iterator) {
  Dict* dict = iterator->dict;
  if (!dict) return nullptr;
  if (iterator->used != dict->used) {
    iterator->used = -1;  // never right again
    fail(vm, exceptions::RuntimeError, "dictionary changed size during iteration");
    return nullptr;
  }
  int32_t at = std::max(iterator->position, dict->first);
  while (at < dict->entry_count && dict->entries[at].key.is_null()) ++at;
  if (at >= dict->entry_count || iterator->remaining == 0) {
    if (at < dict->entry_count) fail(vm, exceptions::RuntimeError, "dictionary keys changed during iteration");
    drop_dict(iterator);
    return nullptr;
  }
  iterator->position = at + 1;
  --iterator->remaining;
  return &dict->entries[at];
}

DictEntry* advance_backward(Vm& vm, DictIterator* iterator) {
  Dict* dict = iterator->dict;
  if (!dict) return nullptr;
  if (iterator->used != dict->used) {
    iterator->used = -1;
    fail(vm, exceptions::RuntimeError, "dictionary changed size during iteration");
    return nullptr;
  }
  int32_t at = std::min(iterator->position, dict->entry_count - 1);
  while (at >= 0 && dict->entries[at].key.is_null()) --at;
  if (at < 0) {
    drop_dict(iterator);
    return nullptr;
  }
  iterator->position = at - 1;
  --iterator->remaining;
  return &dict->entries[at];
}

Ref give_key(DictIterator*, const DictEntry& entry) { return entry.key; }
Ref give_value(DictIterator*, const DictEntry& entry) { return entry.value; }

Ref give_pair(DictIterator* iterator, const DictEntry& entry) {
  incref(entry.key), incref(entry.value);
  return refill_pair(&iterator->pair, entry.key, entry.value);
}

template <DictEntry* (*advance)(Vm&, DictIterator*), Ref (*give)(DictIterator*, const DictEntry&)>
Ref next_of(Vm& vm, Value self) {
  DictEntry* entry = advance(vm, self_of(self));
  return entry ? give(self_of(self), *entry) : Ref();
}

int64_t left(DictIterator* iterator) {
  return iterator->dict && iterator->used == iterator->dict->used ? iterator->remaining : 0;
}

Ref length_hint(Vm&, const Arguments& arguments) { return make_int(left(self_of(arguments[0]))); }

constexpr NativeDescription kMethods[] = {
    {"__length_hint__", length_hint, {0, 0}, "Private method returning an estimate of len(list(it))."},
};

void define(Type& type, const char* name, UnaryFunction next) {
  Operations operations;
  operations.destroy = destroy_iterator;
  operations.traverse = traverse;
  operations.iterate = iterate_self;
  operations.next = next;
  define_type(type, {.name = name,
                     .base = nullptr,
                     .basic_size = sizeof(DictIterator),
                     .flags = kTracked,
                     .operations = operations,
                     .methods = kMethods});
}

}  // namespace

void define_dict_iterator_types() {
  define(dict_key_iterator_type, "dict_keyiterator", next_of<advance_forward, give_key>);
  define(dict_value_iterator_type, "dict_valueiterator", next_of<advance_forward, give_value>);
  define(dict_item_iterator_type, "dict_itemiterator", next_of<advance_forward, give_pair>);
  define(dict_reverse_key_iterator_type, "dict_reversekeyiterator", next_of<advance_backward, give_key>);
  define(dict_reverse_value_iterator_type, "dict_reversevalueiterator", next_of<advance_backward, give_value>);
  define(dict_reverse_item_iterator_type, "dict_reverseitemiterator", next_of<advance_backward, give_pair>);
}

}  // namespace gilsim::python
