// The _collections module.
#include "interpreter/modules/collections/collections.h"

#include "interpreter/modules/collections/deque.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace collections {

namespace {

// Whether getting and setting items is dict's own doing, so that the table may be used directly.
bool counts_as_dict(Value mapping) {
  const auto is_of_dict = [&](const char* name) {
    Str* method = intern(name);
    return lookup(type_of(mapping), method) == lookup(&dict_type, method);
  };
  return is_dict(mapping) && is_of_dict("get") && is_of_dict("__setitem__");
}

bool count_in_dict(Vm& vm, Dict* dict, Value key) {
  constexpr Value kOne = Value::small(1);
  constexpr int64_t kMostSmall = (int64_t{1} << 62) - 1;
  if (const int32_t at = dict_find_plain(dict, key); at >= 0) {
    Value& count = dict->entries[at].value;
    if (count.is_small() && count.small() < kMostSmall) {
      count = Value::small(count.small() + 1);
      return vm.charge(kComparisonCost * 2), true;
    }
  }
  Hash key_hash;
  Value count;
  if (!hash_item(vm, key, &key_hash)) return false;
  int found = dict_lookup_hashed(vm, dict, key, key_hash, &count);
  if (found < 0) return false;
  Ref sum = !found ? Ref(kOne) : count.is_small() ? make_int(count.small() + 1) : binary(vm, Binary::Add, count, kOne);
  vm.charge(kComparisonCost * 2);
  return sum && dict_set_hashed(vm, dict, key, key_hash, sum);
}

bool count_in_mapping(Vm& vm, Value mapping, Value key) {
  Ref count = call_method(vm, mapping, intern("get"), {key, Value::small(0)});
  Ref sum = count ? binary(vm, Binary::Add, count, Value::small(1)) : Ref();
  return sum && set_item(vm, mapping, key, sum);
}

// Counter's loop: mapping[key] += 1 for every key.
Ref count_elements(Vm& vm, const Arguments& arguments) {
  Value mapping = arguments[0];
  bool direct = counts_as_dict(mapping);
  bool done = for_each(vm, arguments[1], [&](Value key) {
    return direct ? count_in_dict(vm, mapping.as<Dict>(), key) : count_in_mapping(vm, mapping, key);
  });
  if (!done) return {};
  return kNone;
}

bool populate(Vm&, Module* module) {
  add_deque_types(module);
  add_default_dict_type(module);
  add_ordered_dict_types(module);
  add_tuple_getter_type(module);
  return true;
}

constexpr NativeDescription kFunctions[] = {
    {"_count_elements", count_elements, {2, 2}, "Count elements in the iterable, updating the mapping"},
};

}  // namespace

}  // namespace collections

const ModuleDefinition& _collections_module() {
  static const ModuleDefinition definition{"_collections", collections::kFunctions, collections::populate,
                                           "High performance data structures."};
  return definition;
}

}  // namespace gilsim::python
