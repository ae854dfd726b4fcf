#include "interpreter/objects/union.h"

#include <vector>

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type union_type;

namespace {

void destroy_union(Object* object) {
  decref(static_cast<Union*>(object)->members);
  free_object(object, sizeof(Union));
}
void traverse(Object* object, Visitor& visitor) { visitor.visit(Value::of(static_cast<Union*>(object)->members)); }

bool is_member(Value value) { return value.is_none() || is_instance(value, &type_type) || is_generic_alias(value) || is_union(value); }

bool add_member(Vm& vm, std::vector<Ref>& members, Value value) {
  for (const Ref& each : members) {
    int equal = equals(vm, each, value);
    if (equal < 0) return false;
    if (equal) return true;
  }
  members.emplace_back(value);
  return true;
}

bool add_members(Vm& vm, std::vector<Ref>& members, Value value) {
  if (value.is_none()) value = Value::of(&none_type);
  if (!is_union(value)) return add_member(vm, members, value);
  const Tuple* inner = union_members(value);
  for (int64_t i = 0; i < inner->size; ++i)
    if (!add_member(vm, members, inner->items[i])) return false;
  return true;
}

Ref repr_union(Vm& vm, Value self) {
  std::string text;
  for (int64_t i = 0; i < union_members(self)->size; ++i) {
    Ref member = type_argument_repr(vm, union_members(self)->items[i]);
    if (!member) return {};
    text += (i ? " | " : "") + to_utf8(member);
  }
  return make_str(text);
}

// Equal when they have the same members in any order.
Ref compare_unions(Vm& vm, Value left, Value right, CompareOperator op) {
  bool wanted = op == CompareOperator::Equal;
  if ((!wanted && op != CompareOperator::NotEqual) || !is_union(left) || !is_union(right)) return kNotImplemented;
  const Tuple* members = union_members(left);
  bool equal = members->size == union_members(right)->size;
  for (int64_t i = 0; equal && i < members->size; ++i) {
    int found = contains(vm, Value::of(union_members(right)), members->items[i]);
    if (found < 0) return {};
    equal = found;
  }
  return Value::of(equal == wanted);
}

bool hash_union(Vm& vm, Value self, Hash* result) {
  *result = 0;
  for (int64_t i = 0; i < union_members(self)->size; ++i) {
    Hash member;
    if (!hash(vm, union_members(self)->items[i], &member)) return false;
    *result ^= member;
  }
  if (*result == -1) *result = -2;
  return true;
}

Ref get_arguments(Vm&, Value self) { return union_members(self); }
constexpr GetterDescription kGetters[] = {{"__args__", get_arguments}};

Ref instancecheck(Vm& vm, const Arguments& arguments) {
  int result = is_instance_of(vm, arguments[1], arguments[0]);
  return result < 0 ? Ref() : Ref(Value::of(result == 1));
}
Ref subclasscheck(Vm& vm, const Arguments& arguments) {
  int result = is_subclass_of(vm, arguments[1], arguments[0]);
  return result < 0 ? Ref() : Ref(Value::of(result == 1));
}
constexpr NativeDescription kMethods[] = {{"__instancecheck__", instancecheck, {1, 1}}, {"__subclasscheck__", subclasscheck, {1, 1}}};

}  // namespace

Ref make_union(Vm& vm, Value left, Value right) {
  if (!is_member(left) || !is_member(right)) return kNotImplemented;
  std::vector<Ref> members;
  if (!add_members(vm, members, left) || !add_members(vm, members, right)) return {};
  if (members.size() == 1) return members[0];
  Ref tuple = make_tuple(reinterpret_cast<const Value*>(members.data()), static_cast<int64_t>(members.size()));
  auto* object = allocate_object<Union>(&union_type);
  object->members = tuple.release().as<Tuple>();
  return Ref::take(object);
}

void define_union_type() {
  Operations operations;
  operations.destroy = destroy_union;
  operations.traverse = traverse;
  operations.repr = repr_union;
  operations.compare = compare_unions;
  operations.hash = hash_union;
  operations.binary[static_cast<int>(Binary::Or)] = make_union;
  define_type(union_type, {.name = "types.UnionType", .base = nullptr, .basic_size = sizeof(Union), .flags = kTracked,
                           .operations = operations, .methods = kMethods, .getters = kGetters});
}

}  // namespace gilsim::python
