// Built-in functions about any object: its text, identity, class and attributes.
#include "interpreter/builtins/builtins.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/sequence.h"

namespace gilsim::python {

namespace {

Ref repr_of(Vm& vm, const Arguments& arguments) { return repr(vm, arguments[0]); }
Ref ascii_of(Vm& vm, const Arguments& arguments) { return ascii(vm, arguments[0]); }

Ref format_of(Vm& vm, const Arguments& arguments) {
  Value spec = arguments.optional(1);
  if (!spec.is_null() && !is_str(spec))
    return raise(vm, exceptions::TypeError, "format() argument 2 must be str, not {}", type_name(spec));
  return format(vm, arguments[0], spec);
}

Ref hash_of(Vm& vm, const Arguments& arguments) {
  Hash result;
  return hash(vm, arguments[0], &result) ? make_int(result) : Ref();
}

Ref id_of(Vm& vm, const Arguments& arguments) { return identity(vm, arguments[0]); }
Ref callable(Vm&, const Arguments& arguments) { return Value::of(is_callable(arguments[0])); }

Ref truth_or_failure(int answer) { return answer < 0 ? Ref() : Ref(Value::of(answer == 1)); }

Ref is_instance_function(Vm& vm, const Arguments& arguments) {
  return truth_or_failure(is_instance_of(vm, arguments[0], arguments[1]));
}
Ref is_subclass_function(Vm& vm, const Arguments& arguments) {
  return truth_or_failure(is_subclass_of(vm, arguments[0], arguments[1]));
}

// --- attributes -------------------------------------------------------------------------------------------------------

// The name interned, null: TypeError pending.
Str* attribute_name(Vm& vm, Value name) {
  if (is_str(name)) return intern(name.as<Str>());
  fail(vm, exceptions::TypeError, "attribute name must be string, not '{}'", type_name(name));
  return nullptr;
}

Ref get_attribute_function(Vm& vm, const Arguments& arguments) {
  Str* name = attribute_name(vm, arguments[1]);
  if (!name) return {};
  if (arguments.size() == 2) return get_attribute(vm, arguments[0], name);
  bool failed;
  Ref value = get_attribute_or_null(vm, arguments[0], name, &failed);
  return value || failed ? value : Ref(arguments[2]);
}

Ref has_attribute(Vm& vm, const Arguments& arguments) {
  Str* name = attribute_name(vm, arguments[1]);
  if (!name) return {};
  bool failed;
  Ref value = get_attribute_or_null(vm, arguments[0], name, &failed);
  return failed ? Ref() : Ref(Value::of(static_cast<bool>(value)));
}

Ref set_attribute_function(Vm& vm, const Arguments& arguments) {
  Str* name = attribute_name(vm, arguments[1]);
  if (!name || !set_attribute(vm, arguments[0], name, arguments[2])) return {};
  return kNone;
}

Ref delete_attribute_function(Vm& vm, const Arguments& arguments) {
  Str* name = attribute_name(vm, arguments[1]);
  if (!name || !set_attribute(vm, arguments[0], name, kNull)) return {};
  return kNone;
}

// What locals() gives in the calling frame.
Ref caller_locals(Vm& vm) { return call(vm, dict_get_str(vm.builtins, intern("locals"))); }

Ref variables(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 0) return caller_locals(vm);
  bool failed;
  Ref dictionary = get_attribute_or_null(vm, arguments[0], names.dict, &failed);
  if (dictionary || failed) return dictionary;
  return raise(vm, exceptions::TypeError, "vars() argument must have __dict__ attribute");
}

Ref names_of(Vm& vm, Value object) {
  SpecialMethod method = find_special(vm, object, names.dir);
  if (method) return call_special(vm, method, object);
  return method.failed ? Ref() : raise(vm, exceptions::TypeError, "object does not provide __dir__");
}

Ref directory(Vm& vm, const Arguments& arguments) {
  Ref found = arguments.size() ? names_of(vm, arguments[0]) : caller_locals(vm);
  Ref list = found ? to_list(vm, found) : Ref();
  if (!list || !list_sort(vm, list.as<List>(), kNone, false)) return {};
  return list;
}

constexpr NativeDescription kFunctions[] = {
    {"repr", repr_of, {1, 1}, "Return the canonical string representation of the object."},
    {"ascii", ascii_of, {1, 1}, "Return an ASCII-only representation of an object."},
    {"format", format_of, {1, 2}, "Return type(value).__format__(value, format_spec)"},
    {"hash", hash_of, {1, 1}, "Return the hash value for the given object."},
    {"id", id_of, {1, 1}, "Return the identity of an object."},
    {"callable", callable, {1, 1}, "Return whether the object is callable (i.e., some kind of function)."},
    {"isinstance", is_instance_function, {2, 2}, "Return whether an object is an instance of a class."},
    {"issubclass", is_subclass_function, {2, 2}, "Return whether 'cls' is derived from another class."},
    {"getattr", get_attribute_function, {2, 3}, "getattr(object, name[, default]) -> value"},
    {"hasattr", has_attribute, {2, 2}, "Return whether the object has an attribute with the given name."},
    {"setattr", set_attribute_function, {3, 3}, "Sets the named attribute on the given object to the given value."},
    {"delattr", delete_attribute_function, {2, 2}, "Deletes the named attribute from the given object."},
    {"vars", variables, {0, 1}, "vars([object]) -> dictionary"},
    {"dir", directory, {0, 1}, "dir([object]) -> list of strings"},
};

}  // namespace

std::span<const NativeDescription> object_builtins() { return kFunctions; }

}  // namespace gilsim::python
