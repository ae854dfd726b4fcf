// How objects are copied and pickled: object.__getstate__ and __reduce_ex__.
#include <vector>

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/descriptors.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

// The values of __slots__ as a dict; null: there are none.
Ref slot_state(Vm& vm, Value self) {
  Ref state;
  const Tuple* mro = type_of(self)->mro;
  for (int64_t i = 0; i < mro->size; ++i) {
    auto* type = mro->items[i].as<Type>();
    Value key, value;
    for (int32_t k = 0; dict_next(type->dictionary, k, &key, &value);) {
      if (type_of(value) != &member_descriptor_type) continue;
      bool failed = false;
      Ref content = get_attribute_or_null(vm, self, intern(key.as<Str>()), &failed);
      if (failed) return {};
      if (!content) continue;
      if (!state) state = Ref::take(new_dict());
      dict_set_str(state.as<Dict>(), key.as<Str>(), content);
    }
  }
  return state;
}

// copyreg.__newobj__ and copyreg.__newobj_ex__
Ref new_object(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 0)
    return raise(vm, exceptions::TypeError, "__newobj__() missing 1 required positional argument: 'cls'");
  Ref method = get_attribute(vm, arguments[0], names.new_);
  return method ? call(vm, method, arguments) : Ref();
}
constexpr NativeDescription kNewObject{"__newobj__", new_object, {0, -1}};

Ref new_object_with_keywords(Vm& vm, const Arguments& arguments) {
  Ref method = get_attribute(vm, arguments[0], names.new_);
  if (!method || !is_tuple(arguments[1]) || !is_dict(arguments[2])) return {};
  std::vector<Value> values = {arguments[0]}, keys;
  const auto* positional = arguments[1].as<Tuple>();
  values.insert(values.end(), positional->items, positional->items + positional->size);
  Value key, value;
  for (int32_t i = 0; dict_next(arguments[2].as<Dict>(), i, &key, &value);)
    keys.push_back(key), values.push_back(value);
  Ref key_names = make_tuple(keys.data(), std::ssize(keys));
  return call(vm, method,
              Arguments{values.data(), static_cast<size_t>(positional->size) + 1, key_names.as<Tuple>()});
}
constexpr NativeDescription kNewObjectWithKeywords{"__newobj_ex__", new_object_with_keywords, {3, 3}};

// What the class's __getnewargs_ex__ or __getnewargs__ gives: a tuple, and a dict or null. *positional stays
// null without either. False: an exception is pending.
bool read_new_arguments(Vm& vm, Value self, Ref* positional, Ref* keywords) {
  bool failed = false;
  if (Ref method = get_attribute_or_null(vm, self, intern("__getnewargs_ex__"), &failed)) {
    Ref both = call(vm, method);
    if (!both) return false;
    if (!is_tuple(both))
      return fail(vm, exceptions::TypeError, "__getnewargs_ex__ should return a tuple, not '{}'",
                  type_name(both));
    const auto* pair = both.as<Tuple>();
    if (pair->size != 2)
      return fail(vm, exceptions::ValueError, "__getnewargs_ex__ should return a tuple of length 2, not {}",
                  pair->size);
    *positional = pair->items[0];
    if (!is_tuple(*positional))
      return fail(vm, exceptions::TypeError,
                  "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{}'",
                  type_name(*positional));
    if (!is_dict(pair->items[1]))
      return fail(vm, exceptions::TypeError,
                  "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{}'",
                  type_name(pair->items[1]));
    if (pair->items[1].as<Dict>()->used) *keywords = pair->items[1];
    return true;
  }
  Ref method = failed ? Ref() : get_attribute_or_null(vm, self, names.getnewargs, &failed);
  if (!method) return !failed;
  *positional = call(vm, method);
  if (!*positional || is_tuple(*positional)) return static_cast<bool>(*positional);
  return fail(vm, exceptions::TypeError, "__getnewargs__ should return a tuple, not '{}'",
              type_name(*positional));
}

// (copyreg.__newobj__, (class, *arguments)), or with keyword arguments (copyreg.__newobj_ex__, (class,
// arguments, keywords)).
Ref creation_of(Value self, Value positional, Value keywords, Ref* arguments) {
  const Value type = Value::of(type_of(self));
  if (!keywords.is_null()) {
    *arguments = make_tuple({type, positional, keywords});
    return make_native(kNewObjectWithKeywords, kNull, make_str("copyreg"));
  }
  const auto* given = positional.is_null() ? nullptr : positional.as<Tuple>();
  Tuple* all = new_tuple(given ? given->size + 1 : 1);
  *arguments = Ref::take(all);
  incref(all->items[0] = type);
  for (int64_t i = 1; i < all->size; ++i) incref(all->items[i] = given->items[i - 1]);
  return make_native(kNewObject, kNull, make_str("copyreg"));
}

// What only holds attributes can be made anew from them; what holds more must say itself how.
bool check_can_be_copied(Vm& vm, Value self, bool has_arguments) {
  const Type* type = type_of(self);
  const bool says_itself = has_arguments || is_instance(self, &list_type) || is_dict(self) ||
                           lookup(type_of(self), names.getstate) != lookup(&object_type, names.getstate);
  if (says_itself || type->basic_size <= sizeof(Object)) return true;
  const std::string name = display_name(type);
  // CPython has other words for types whose objects differ in size.
  if (name == "code" || name == "memoryview")
    return fail(vm, exceptions::TypeError, "cannot pickle {} objects", name);
  return fail(vm, exceptions::TypeError, "cannot pickle '{}' object", name);
}

// Protocols 0 and 1: copyreg._reduce_ex.
Ref reduce_in_old_protocol(Vm& vm, Value self, Value protocol) {
  Ref module = call(vm, dict_get_str(vm.builtins, names.import_), {Value::of(intern("copyreg"))});
  Ref function = module ? get_attribute(vm, module, intern("_reduce_ex")) : Ref();
  return function ? call(vm, function, {self, protocol}) : Ref();
}

}  // namespace

Ref object_getstate(Vm& vm, const Arguments& arguments) {
  Value self = arguments[0];
  Ref attributes = kNone;
  if (self.is_object() && has_flag(type_of(self), kHasAttributes)) {
    auto* dictionary = instance_dictionary(self.object());
    if (dictionary->used > 0) attributes = Ref::take(dict_copy(dictionary));
  }
  if (!self.is_object() || type_of(self)->slot_bytes == 0) return attributes;
  Ref slots = slot_state(vm, self);
  if (is_pending(vm)) return {};
  return slots ? make_tuple({attributes, slots}) : attributes;
}

Ref object_reduce_ex(Vm& vm, const Arguments& arguments) {
  Value self = arguments[0];
  int64_t protocol = 0;
  if (arguments.size() > 1 && !as_int64(vm, arguments[1], &protocol)) return {};
  // A __reduce__ of the class's own goes first.
  const bool has_own =
      arguments.size() > 1 && lookup(type_of(self), names.reduce) != lookup(&object_type, names.reduce);
  if (has_own) return call_method(vm, self, names.reduce);
  if (protocol < 2) return reduce_in_old_protocol(vm, self, make_int(protocol));
  Ref positional, keywords, creation_arguments;
  if (!read_new_arguments(vm, self, &positional, &keywords) ||
      !check_can_be_copied(vm, self, static_cast<bool>(positional)))
    return {};
  Ref creation = creation_of(self, positional, keywords, &creation_arguments);
  Ref state = call_method(vm, self, names.getstate);
  if (!state) return {};
  Ref items = is_instance(self, &list_type) ? iterate(vm, self) : Ref(kNone);
  Ref pairs = is_dict(self) ? call_method(vm, self, intern("items")) : Ref(kNone);
  if (pairs && !pairs.get().is_none()) pairs = iterate(vm, pairs);
  if (!items || !pairs) return {};
  return make_tuple({creation, creation_arguments, state, items, pairs});
}

}  // namespace gilsim::python
