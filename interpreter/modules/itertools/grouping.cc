// groupby and tee.
#include "interpreter/modules/itertools/itertools.h"
#include "interpreter/modules/itertools/tee.h"
#include "interpreter/objects/names.h"

namespace gilsim::python::itertools {

namespace {

// --- groupby ----------------------------------------------------------------------------------------------------------

struct GroupBy : Object {
  Value iterator, function;  // function null: the item is its own key
  Value target_key;          // of the group given last
  Value key, item;           // read last; item null: its group has given it
  Object* group;             // the group given last, not owned: only it may read on
  auto references() { return std::tie(iterator, function, target_key, key, item); }
};

struct Group : Object {
  Value parent, key;
  auto references() { return std::tie(parent, key); }
};

Type group_by_type, group_type;

Ref create_group_by(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"iterable", "key"};
  Value values[2];
  if (!bind(vm, arguments, {"groupby", kNames, 2, 0, 1}, values)) return {};
  Ref iterator = iterate(vm, values[0]);
  if (!iterator) return {};
  auto* self = new_with_members<GroupBy>(type);
  self->group = nullptr;
  self->iterator = iterator.release();
  if (!values[1].is_null() && !values[1].is_none()) incref(self->function = values[1]);
  return Ref::take(self);
}

// Reads one more item and its key. False: exhausted or an exception is pending.
bool read_item(Vm& vm, GroupBy* self) {
  Ref item = next(vm, self->iterator);
  if (!item) return false;
  Value argument = item;
  Ref key = self->function.is_null() ? item : call(vm, self->function, Arguments{&argument, 1, nullptr});
  if (!key) return false;
  replace(self->item, item);
  replace(self->key, key);
  return true;
}

int same_key(Vm& vm, Value one, Value other) {
  Ref held_one(one), held_other(other);
  return equal_items(vm, held_one, held_other);
}

Ref next_group(Vm& vm, Value value) {
  auto* self = value.as<GroupBy>();
  self->group = nullptr;
  for (;;) {  // to the beginning of the next group
    if (!self->key.is_null()) {
      if (self->target_key.is_null()) break;
      int same = same_key(vm, self->target_key, self->key);
      if (same < 0) return {};
      if (!same) break;
    }
    if (!read_item(vm, self)) return {};
  }
  replace(self->target_key, self->key);
  auto* group = new_with_members<Group>(&group_type);
  Ref result = Ref::take(group);
  incref(group->parent = value);
  incref(group->key = self->target_key);
  self->group = group;
  return make_tuple({self->key, result});
}

Ref next_of_group(Vm& vm, Value value) {
  auto* self = value.as<Group>();
  auto* parent = self->parent.as<GroupBy>();
  if (parent->group != self) return {};
  if (parent->item.is_null() && !read_item(vm, parent)) return {};
  if (same_key(vm, self->key, parent->key) <= 0) return {};
  replace(parent->key, Ref());
  return Ref::take(std::exchange(parent->item, kNull));
}

void destroy_group(Object* object) {
  auto* self = static_cast<Group*>(object);
  if (!self->parent.is_null() && self->parent.as<GroupBy>()->group == self) self->parent.as<GroupBy>()->group = nullptr;
  destroy_members<Group>(self);
}

// --- tee: a chain of items that several iterators walk; what the last of them has passed goes away ----------------------

struct TeeNode : Object {
  Value item;  // null: not read yet
  Value following;
  auto references() { return std::tie(item, following); }
};

struct TeeSource : Object {
  Value iterator;
  bool reading;
  auto references() { return std::tie(iterator); }
};

struct Tee : Object {
  Value source, node;
  auto references() { return std::tie(source, node); }
};

Type tee_type, tee_node_type, tee_source_type;

Ref make_tee(Type* type, Value source, Value node) {
  auto* self = new_with_members<Tee>(type);
  incref(self->source = source);
  incref(self->node = node);
  return Ref::take(self);
}

Ref tee_of(Vm& vm, Value iterable) {
  Ref iterator = iterate(vm, iterable);
  if (!iterator) return {};
  if (type_of(iterator) == &tee_type) return make_tee(&tee_type, iterator.as<Tee>()->source, iterator.as<Tee>()->node);
  auto* source = new_with_members<TeeSource>(&tee_source_type);
  Ref held = Ref::take(source);
  source->reading = false;
  source->iterator = iterator.release();
  Ref node = Ref::take(new_with_members<TeeNode>(&tee_node_type));
  return make_tee(&tee_type, held, node);
}

Ref create_tee(Vm& vm, Type*, const Arguments& arguments) {
  return check_count(vm, arguments, "_tee", 1, 1) ? tee_of(vm, arguments[0]) : Ref();
}

bool read_node(Vm& vm, TeeSource* source, TeeNode* node) {
  if (source->reading) return fail(vm, exceptions::RuntimeError, "cannot re-enter the tee iterator");
  source->reading = true;
  Ref item = next(vm, source->iterator);
  source->reading = false;
  if (!item) return false;
  node->item = item.release();
  node->following = Value::of(new_with_members<TeeNode>(&tee_node_type));
  return true;
}

Ref next_of_tee(Vm& vm, Value value) {
  auto* self = value.as<Tee>();
  Ref node(self->node);
  auto* current = node.as<TeeNode>();
  if (current->item.is_null() && !read_node(vm, self->source.as<TeeSource>(), current)) return {};
  replace(self->node, current->following);
  return current->item;
}

Ref copy_tee(Vm&, const Arguments& arguments) {
  auto* self = arguments[0].as<Tee>();
  return make_tee(&tee_type, self->source, self->node);
}

constexpr NativeDescription kTeeMethods[] = {
    {"__copy__", copy_tee, {0, 0}, "Returns an independent iterator."},
};

template <class T>
void define_hidden(Type& type, const char* name) {
  Operations operations;
  operations.destroy = destroy_members<T>;
  operations.traverse = traverse_members<T>;
  operations.clear = clear_members<T>;
  define_type(type, {.name = name, .base = nullptr, .basic_size = sizeof(T), .flags = kTracked, .operations = operations});
}

}  // namespace

// The iterators share one source; the first of them is the iterator itself when that is a tee already.
Ref tee(Vm& vm, const Arguments& arguments) {
  int64_t count = 2;
  if (arguments.size() > 1 && !as_int64(vm, arguments[1], &count)) return {};
  if (count < 0) return raise(vm, exceptions::ValueError, "n must be >= 0");
  Ref result = Ref::take(new_tuple(count));
  if (count == 0) return result;
  Ref iterator = iterate(vm, arguments[0]);
  Ref first = iterator && type_of(iterator) == &tee_type ? iterator : iterator ? tee_of(vm, iterator) : Ref();
  if (!first) return {};
  auto* origin = first.as<Tee>();
  auto* row = result.as<Tuple>();
  for (int64_t i = 1; i < count; ++i) row->items[i] = make_tee(&tee_type, origin->source, origin->node).release();
  row->items[0] = first.release();
  return result;
}

void add_grouping_types(Module* module) {
  IteratorDefinition group_by{"itertools.groupby",
                              "make an iterator that returns consecutive keys and groups from the iterable",
                              iterator_operations<GroupBy>(next_group)};
  group_by.operations.create = create_group_by;
  add_type(module, group_by_type, sizeof(GroupBy), group_by);

  Operations group = iterator_operations<Group>(next_of_group);
  group.destroy = destroy_group;
  define_type(group_type, {.name = "itertools._grouper",
                           .base = nullptr,
                           .basic_size = sizeof(Group),
                           .flags = kTracked,
                           .operations = group});
  dict_set_str(module->dictionary, intern("_grouper"), Value::of(&group_type));

  define_hidden<TeeNode>(tee_node_type, "itertools._tee_dataobject");
  define_hidden<TeeSource>(tee_source_type, "itertools._tee_source");
  IteratorDefinition tee{"itertools._tee", "Iterator wrapped to make it copyable.",
                         iterator_operations<Tee>(next_of_tee), kTeeMethods};
  tee.operations.create = create_tee;
  add_type(module, tee_type, sizeof(Tee), tee);
}

}  // namespace gilsim::python::itertools
