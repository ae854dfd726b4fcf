#include "interpreter/objects/mapping_proxy.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type mapping_proxy_type;

namespace {

Value mapping_of(Value self) { return self.as<MappingProxy>()->mapping; }

void destroy_proxy(Object* object) {
  decref(static_cast<MappingProxy*>(object)->mapping);
  free_object(object, sizeof(MappingProxy));
}
void traverse(Object* object, Visitor& visitor) { visitor.visit(static_cast<MappingProxy*>(object)->mapping); }

Ref create(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.size() != 1) return raise(vm, exceptions::TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)");
  bool is_mapping = type_of(arguments[0])->operations.get_item && !is_tuple(arguments[0]) && !is_list(arguments[0]);
  if (!is_mapping) return raise(vm, exceptions::TypeError, "mappingproxy() argument must be a mapping, not {}", type_name(arguments[0]));
  return make_mapping_proxy(arguments[0]);
}

Ref repr_proxy(Vm& vm, Value self) {
  Ref inner = repr(vm, mapping_of(self));
  return inner ? make_str(fmt::format("mappingproxy({})", to_utf8(inner))) : Ref();
}
Ref str_proxy(Vm& vm, Value self) { return str(vm, mapping_of(self)); }
Ref iterate_proxy(Vm& vm, Value self) { return iterate(vm, mapping_of(self)); }
int64_t length_of(Vm& vm, Value self) { return length(vm, mapping_of(self)); }
Ref get_item_of(Vm& vm, Value self, Value key) { return get_item(vm, mapping_of(self), key); }
int contains_key(Vm& vm, Value self, Value key) { return contains(vm, mapping_of(self), key); }
bool hash_proxy(Vm& vm, Value self, Hash* result) { return hash(vm, mapping_of(self), result); }

Value unwrap(Value value) { return value.is_object() && value.object()->type == &mapping_proxy_type ? mapping_of(value) : value; }
Ref compare_proxies(Vm& vm, Value left, Value right, CompareOperator op) { return compare(vm, unwrap(left), unwrap(right), op); }
Ref merge(Vm& vm, Value left, Value right) { return binary(vm, Binary::Or, unwrap(left), unwrap(right)); }

// Methods are the mapping's own.
template <const char* const& name>
Ref forward(Vm& vm, const Arguments& arguments) {
  Ref method = get_attribute(vm, mapping_of(arguments[0]), intern(name));
  return method ? call(vm, method, arguments.without_first()) : Ref();
}
constexpr const char* kGet = "get";
constexpr const char* kKeys = "keys";
constexpr const char* kValues = "values";
constexpr const char* kItems = "items";
constexpr const char* kCopy = "copy";
constexpr const char* kReversed = "__reversed__";

constexpr NativeDescription kMethods[] = {
    {"get", forward<kGet>, {1, 2}, "Return the value for key if key is in the mapping, else default."},
    {"keys", forward<kKeys>, {0, 0}, "a set-like object providing a view on D's keys"},
    {"values", forward<kValues>, {0, 0}, "an object providing a view on D's values"},
    {"items", forward<kItems>, {0, 0}, "a set-like object providing a view on D's items"},
    {"copy", forward<kCopy>, {0, 0}, "a shallow copy of D"},
    {"__reversed__", forward<kReversed>, {0, 0}, "D.__reversed__() -> reverse iterator"},
};

}  // namespace

Ref make_mapping_proxy(Value mapping) {
  auto* proxy = allocate_object<MappingProxy>(&mapping_proxy_type);
  incref(proxy->mapping = mapping);
  return Ref::take(proxy);
}

void define_mapping_proxy_type() {
  Operations operations;
  operations.destroy = destroy_proxy;
  operations.traverse = traverse;
  operations.create = create;
  operations.repr = repr_proxy;
  operations.str = str_proxy;
  operations.hash = hash_proxy;
  operations.compare = compare_proxies;
  operations.iterate = iterate_proxy;
  operations.length = length_of;
  operations.get_item = get_item_of;
  operations.contains = contains_key;
  operations.binary[static_cast<int>(Binary::Or)] = merge;
  define_type(mapping_proxy_type, {.name = "mappingproxy", .base = nullptr, .basic_size = sizeof(MappingProxy), .flags = kTracked,
                                   .operations = operations, .methods = kMethods});
}

}  // namespace gilsim::python
