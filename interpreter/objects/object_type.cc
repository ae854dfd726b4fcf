#include "interpreter/objects/object_type.h"

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/descriptors.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/identity.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/type_type.h"

namespace gilsim::python {

Type object_type;

namespace {

bool has_arguments(const Arguments& arguments) { return arguments.size() + arguments.keyword_count() > 0; }
bool has_attributes(Value value) { return value.is_object() && has_flag(value.object()->type, kHasAttributes); }

void destroy_object(Object* object) { free_object(object, object->type->basic_size); }

// --- operations ----------------------------------------------------------------------------------------------------

Ref object_str(Vm& vm, Value self) { return type_of(self)->operations.repr(vm, self); }

bool object_hash(Vm&, Value self, Hash* result) {
  *result = static_cast<Hash>(identity_number(self) >> 4);
  return true;
}

// != is the opposite of whatever == says.
Ref object_compare(Vm& vm, Value self, Value other, CompareOperator op) {
  if (op == CompareOperator::Equal) return self == other ? Ref(kTrue) : Ref(kNotImplemented);
  if (op != CompareOperator::NotEqual) return kNotImplemented;
  Ref equal = type_of(self)->operations.compare(vm, self, other, CompareOperator::Equal);
  if (!equal || equal.get() == kNotImplemented) return equal;
  int result = truth(vm, equal);
  return result < 0 ? Ref() : Ref(Value::of(result == 0));
}

// --- methods -------------------------------------------------------------------------------------------------------

Ref object_format(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1]))
    return raise(vm, exceptions::TypeError, "__format__() argument must be str, not {}", type_name(arguments[1]));
  if (arguments[1].as<Str>()->length > 0)
    return raise(vm, exceptions::TypeError, "unsupported format string passed to {}.__format__", type_name(arguments[0]));
  return str(vm, arguments[0]);
}

void add_keys(Dict* all, const Dict* namespace_) {
  Value key, value;
  for (int32_t i = 0; dict_next(namespace_, i, &key, &value);)
    if (is_str(key)) dict_set_str(all, intern(key.as<Str>()), kNone);
}

Ref object_dir(Vm& vm, const Arguments& arguments) {
  Value self = arguments[0];
  Ref all = Ref::take(new_dict());
  bool failed = false;
  Ref own = get_attribute_or_null(vm, self, names.dict, &failed);
  if (failed) return {};
  if (own && is_dict(own)) add_keys(all.as<Dict>(), own.as<Dict>());
  const Tuple* mro = type_of(self)->mro;
  for (int64_t i = 0; i < mro->size; ++i) add_keys(all.as<Dict>(), mro->items[i].as<Type>()->dictionary);
  return to_list(vm, all);
}

// Built-in objects of other sizes here: programs that compare sizes see CPython's.
int64_t size_in_cpython(const Type* type) {
  static constexpr std::pair<std::string_view, int64_t> kSizes[] = {
      {"classmethod", 32}, {"count", 40}, {"enumerate", 56}, {"function", 136}, {"method", 48}, {"module", 56}, {"staticmethod", 32}, {"zip", 48}};
  for (const auto& [name, size] : kSizes)
    if (!has_flag(type, kHeapType) && display_name(type) == name) return size;
  return 0;
}

Ref object_sizeof(Vm&, const Arguments& arguments) {
  Type* type = type_of(arguments[0]);
  if (const int64_t size = size_in_cpython(type)) return make_int(size);
  // As CPython's: an instance of a class that is no exception has a word for weak references, its attributes stand elsewhere.
  const bool plain = has_flag(type, kHeapType) && !has_flag(type, kExceptionSubclass);
  const int attributes = !has_flag(type, kHasAttributes) ? 0 : plain ? 8 : 16;
  return make_int(static_cast<int64_t>(type->basic_size + type->slot_bytes) + attributes);
}

Ref object_init_subclass(Vm& vm, const Arguments& arguments) {
  auto* type = arguments[0].as<Type>();
  std::string name = to_utf8(type->qualified_name);
  if (arguments.keyword_count()) return raise(vm, exceptions::TypeError, "{}.__init_subclass__() takes no keyword arguments", name);
  if (arguments.size() == 1) return kNone;
  return raise(vm, exceptions::TypeError, "{}.__init_subclass__() takes no arguments ({} given)", name, arguments.size() - 1);
}
Ref object_subclasshook(Vm&, const Arguments&) { return kNotImplemented; }

// --- __class__ -----------------------------------------------------------------------------------------------------

Ref get_class(Vm&, Value self) { return type_of(self); }

bool same_layout(const Type* one, const Type* other) {
  constexpr uint32_t kLayout = kTracked | kHasAttributes;
  return one->basic_size == other->basic_size && one->slot_bytes == other->slot_bytes && one->operations.destroy == other->operations.destroy &&
         (one->type_flags & kLayout) == (other->type_flags & kLayout);
}

bool set_class(Vm& vm, Value self, Value value) {
  if (value.is_null()) return raise(vm, exceptions::TypeError, "can't delete __class__ attribute"), false;
  if (!is_instance(value, &type_type))
    return raise(vm, exceptions::TypeError, "__class__ must be set to a class, not '{}' object", type_name(value)), false;
  Type *old = type_of(self), *wanted = value.as<Type>();
  bool changeable = self.is_object() && has_flag(old, kHeapType) && has_flag(wanted, kHeapType);
  bool both_modules = self.is_object() && is_subtype(old, &module_type) && is_subtype(wanted, &module_type);
  if (!changeable && !both_modules)
    return raise(vm, exceptions::TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses"), false;
  if (!same_layout(old, wanted))
    return raise(vm, exceptions::TypeError, "__class__ assignment: '{}' object layout differs from '{}'", display_name(wanted), display_name(old)), false;
  // Shapes belong to a class, so the attributes move to a dict.
  if (has_attributes(self)) instance_dictionary(self.object());
  self.object()->type = wanted;
  if (has_flag(wanted, kHeapType)) incref(wanted);
  if (has_flag(old, kHeapType)) decref(old);
  return true;
}

constexpr NativeDescription kMethods[] = {
    {"__format__", object_format, {1, 1}, "Default object formatter."},
    {"__dir__", object_dir, {0, 0}, "Default dir() implementation."},
    {"__sizeof__", object_sizeof, {0, 0}, "Size of object in memory, in bytes."},
    {"__getstate__", object_getstate, {0, 0}, "Helper for pickle."},
    {"__reduce_ex__", object_reduce_ex, {1, 1}, "Helper for pickle."},
    {"__reduce__", object_reduce_ex, {0, 0}, "Helper for pickle."},
};
constexpr NativeDescription kClassMethods[] = {
    {"__init_subclass__", object_init_subclass, kAny,
     "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses."},
    {"__subclasshook__", object_subclasshook, {1, 1}, "Abstract classes can override this to customize issubclass()."},
};
constexpr GetterDescription kGetters[] = {{"__class__", get_class, set_class}};

}  // namespace

std::string address_text(Value value) { return fmt::format("0x{:x}", identity_number(value)); }

Ref object_repr(Vm&, Value self) {
  return make_str(fmt::format("<{} object at {}>", full_type_name(type_of(self)), address_text(self)));
}

bool refuse_abstract(Vm& vm, Type* type) {
  Value methods = lookup(type, names.abstractmethods);
  Ref list = to_list(vm, methods);
  if (!list || !list_sort(vm, list.as<List>(), kNone, false)) return false;
  auto* sorted = list.as<List>();
  Ref joined = str_join(vm, sorted->items, sorted->size, intern(", "));
  raise(vm, exceptions::TypeError, "Can't instantiate abstract class {} with abstract method{} {}", to_utf8(type->name),
        sorted->size == 1 ? "" : "s", to_utf8(joined));
  return false;
}

Ref object_create(Vm& vm, Type* type, const Arguments& arguments) {
  if (has_arguments(arguments)) {
    if (type->operations.create != object_create)
      return raise(vm, exceptions::TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (type->operations.initialize == object_initialize)
      return raise(vm, exceptions::TypeError, "{}() takes no arguments", display_name(type));
  }
  if (has_flag(type, kAbstract)) return refuse_abstract(vm, type), Ref();
  return Ref::take(allocate_object(type, type->basic_size));
}

bool object_initialize(Vm& vm, Value self, const Arguments& arguments) {
  if (!has_arguments(arguments)) return true;
  Type* type = type_of(self);
  if (type->operations.initialize != object_initialize)
    raise(vm, exceptions::TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
  else if (type->operations.create == object_create)
    raise(vm, exceptions::TypeError, "{}.__init__() takes exactly one argument (the instance to initialize)", display_name(type));
  else
    return true;
  return false;
}

void define_object_type() {
  Operations operations;
  operations.destroy = destroy_object;
  operations.repr = object_repr;
  operations.str = object_str;
  operations.hash = object_hash;
  operations.compare = object_compare;
  operations.create = object_create;
  operations.initialize = object_initialize;
  define_type(object_type, {.name = "object", .base = nullptr, .basic_size = sizeof(Object), .flags = kSubclassable,
                            .operations = operations, .methods = kMethods, .class_methods = kClassMethods, .getters = kGetters,
                            .doc = "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n"
                                   "instance that has no instance attributes and cannot be given any.\n"});
}

}  // namespace gilsim::python
