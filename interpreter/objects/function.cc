// Functions written in Python, bound methods and cells.
#include "interpreter/objects/function.h"

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type function_type, bound_method_type, cell_type;

namespace {

Ref or_none(Value value) { return value.is_null() ? kNone : value; }
Ref or_none(const Object* object) { return object ? Value::of(object) : kNone; }

template <class T>
void visit_object(Visitor& visitor, T* object) {
  if (object) visitor.visit(Value::of(static_cast<Object*>(object)));
}
void visit_value(Visitor& visitor, Value value) {
  if (!value.is_null()) visitor.visit(value);
}
template <class T>
void drop(T*& object) {
  if (T* old = std::exchange(object, nullptr)) decref(static_cast<Object*>(old));
}
void drop(Value& value) { decref(std::exchange(value, kNull)); }

// --- function ------------------------------------------------------------------------------------------------------

Function* function_of(Value value) { return value.as<Function>(); }

// What may be part of a cycle; name and code stay, so that a function in a dying cycle still has a repr.
void clear_function(Object* object) {
  auto* function = static_cast<Function*>(object);
  drop(function->module);
  drop(function->doc);
  drop(function->defaults);
  drop(function->keyword_defaults);
  drop(function->closure);
  drop(function->annotations);
}

void destroy_function(Object* object) {
  auto* function = static_cast<Function*>(object);
  clear_function(object);
  decref(reinterpret_cast<Object*>(function->code));
  decref(function->globals);
  decref(function->builtins);
  decref(function->name);
  decref(function->qualified_name);
  free_object(function, sizeof(Function));
}

void traverse_function(Object* object, Visitor& visitor) {
  auto* function = static_cast<Function*>(object);
  visitor.visit(Value::of(reinterpret_cast<Object*>(function->code)));
  visit_object(visitor, function->globals);
  visit_object(visitor, function->builtins);
  visit_value(visitor, function->module);
  visit_value(visitor, function->doc);
  visit_object(visitor, function->defaults);
  visit_object(visitor, function->keyword_defaults);
  visit_object(visitor, function->closure);
  visit_value(visitor, function->annotations);
}

Ref repr_function(Vm&, Value self) {
  return make_str(fmt::format("<function {} at {}>", to_utf8(function_of(self)->qualified_name), address_text(self)));
}

Ref bind_function(Vm&, Value descriptor, Value instance, Type*) {
  return instance.is_null() ? Ref(descriptor) : make_bound_method(descriptor, instance);
}

// The runtime replaces it.
Ref call_without_runtime(Vm& vm, Value, const Arguments&) {
  return raise(vm, exceptions::SystemError, "no runtime to call a Python function");
}

Ref get_name(Vm&, Value self) { return function_of(self)->name; }
Ref get_qualified_name(Vm&, Value self) { return function_of(self)->qualified_name; }
Ref get_doc(Vm&, Value self) { return or_none(function_of(self)->doc); }
Ref get_module(Vm&, Value self) { return or_none(function_of(self)->module); }
Ref get_defaults(Vm&, Value self) { return or_none(function_of(self)->defaults); }
Ref get_keyword_defaults(Vm&, Value self) { return or_none(function_of(self)->keyword_defaults); }
Ref get_closure(Vm&, Value self) { return or_none(function_of(self)->closure); }
Ref get_code(Vm&, Value self) { return reinterpret_cast<Object*>(function_of(self)->code); }
Ref get_globals(Vm&, Value self) { return function_of(self)->globals; }
Ref get_builtins(Vm&, Value self) { return function_of(self)->builtins; }

// MAKE_FUNCTION leaves annotations as a tuple of names and values; the dict is made when somebody looks.
Ref get_annotations(Vm&, Value self) {
  Function* function = function_of(self);
  if (!function->annotations.is_null() && is_dict(function->annotations)) return function->annotations;
  Ref dictionary = Ref::take(new_dict());
  if (!function->annotations.is_null()) {
    auto* pairs = function->annotations.as<Tuple>();
    for (int64_t i = 0; i + 1 < pairs->size; i += 2)
      dict_set_str(dictionary.as<Dict>(), pairs->items[i].as<Str>(), pairs->items[i + 1]);
  }
  Ref old = Ref::take(std::exchange(function->annotations, Ref(dictionary).release()));
  return dictionary;
}

bool must_be(Vm& vm, bool is_right, const char* name, const char* what) {
  if (!is_right) raise(vm, exceptions::TypeError, "{} must be set to a {} object", name, what);
  return is_right;
}

bool set_str(Vm& vm, Str*& field, Value value, const char* name) {
  if (!must_be(vm, !value.is_null() && is_str(value), name, "string")) return false;
  incref(value);
  decref(std::exchange(field, value.as<Str>()));
  return true;
}
bool set_name(Vm& vm, Value self, Value value) { return set_str(vm, function_of(self)->name, value, "__name__"); }
bool set_qualified_name(Vm& vm, Value self, Value value) { return set_str(vm, function_of(self)->qualified_name, value, "__qualname__"); }

bool set_value(Value& field, Value value) {
  incref(value);
  decref(std::exchange(field, value));
  return true;
}
bool set_doc(Vm&, Value self, Value value) { return set_value(function_of(self)->doc, value); }
bool set_module(Vm&, Value self, Value value) { return set_value(function_of(self)->module, value); }
bool set_annotations(Vm& vm, Value self, Value value) {
  if (!value.is_null() && value.is_none()) value = kNull;
  if (!must_be(vm, value.is_null() || is_dict(value), "__annotations__", "dict")) return false;
  return set_value(function_of(self)->annotations, value);
}

template <class T>
bool set_object(Function* function, T*& field, Value value) {
  T* replacement = value.is_null() || value.is_none() ? nullptr : value.as<T>();
  if (replacement) incref(static_cast<Object*>(replacement));
  function->version = next_version();
  if (T* old = std::exchange(field, replacement)) decref(static_cast<Object*>(old));
  return true;
}
bool set_defaults(Vm& vm, Value self, Value value) {
  if (!must_be(vm, value.is_null() || value.is_none() || is_tuple(value), "__defaults__", "tuple")) return false;
  return set_object(function_of(self), function_of(self)->defaults, value);
}
bool set_keyword_defaults(Vm& vm, Value self, Value value) {
  if (!must_be(vm, value.is_null() || value.is_none() || is_dict(value), "__kwdefaults__", "dict")) return false;
  return set_object(function_of(self), function_of(self)->keyword_defaults, value);
}
bool set_code(Vm& vm, Value self, Value value) {
  Object* code = reinterpret_cast<Object*>(function_of(self)->code);
  if (!must_be(vm, !value.is_null() && type_of(value) == code->type, "__code__", "code")) return false;
  incref(value);
  function_of(self)->code = value.as<Code>();
  function_of(self)->version = next_version();
  decref(code);
  return true;
}

constexpr GetterDescription kFunctionGetters[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualified_name, set_qualified_name},
    {"__doc__", get_doc, set_doc},
    {"__module__", get_module, set_module},
    {"__defaults__", get_defaults, set_defaults},
    {"__kwdefaults__", get_keyword_defaults, set_keyword_defaults},
    {"__annotations__", get_annotations, set_annotations},
    {"__code__", get_code, set_code},
    {"__closure__", get_closure},
    {"__globals__", get_globals},
    {"__builtins__", get_builtins},
};

// --- bound method --------------------------------------------------------------------------------------------------

BoundMethod* method_of(Value value) { return value.as<BoundMethod>(); }

void clear_method(Object* object) {
  drop(static_cast<BoundMethod*>(object)->self);
}
void destroy_method(Object* object) {
  auto* method = static_cast<BoundMethod*>(object);
  drop(method->function);
  drop(method->self);
  free_object(method, sizeof(BoundMethod));
}
void traverse_method(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<BoundMethod*>(object)->function);
  visit_value(visitor, static_cast<BoundMethod*>(object)->self);
}

Ref call_method(Vm& vm, Value self, const Arguments& arguments) {
  return call_with_first(vm, method_of(self)->function, method_of(self)->self, arguments);
}

Ref create_method(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count()) return raise(vm, exceptions::TypeError, "method() takes no keyword arguments");
  if (arguments.size() != 2) return raise(vm, exceptions::TypeError, "method expected 2 arguments, got {}", arguments.size());
  if (!is_callable(arguments[0])) return raise(vm, exceptions::TypeError, "first argument must be callable");
  if (arguments[1].is_none()) return raise(vm, exceptions::TypeError, "instance must not be None");
  return make_bound_method(arguments[0], arguments[1]);
}

Ref repr_method(Vm& vm, Value self) {
  bool failed = false;
  Ref name = get_attribute_or_null(vm, method_of(self)->function, names.qualname, &failed);
  if (failed) return {};
  if (!name || !is_str(name)) name = get_attribute_or_null(vm, method_of(self)->function, names.name, &failed);
  if (failed) return {};
  Ref owner = repr(vm, method_of(self)->self);
  if (!owner) return {};
  return make_str(fmt::format("<bound method {} of {}>", name && is_str(name) ? to_utf8(name) : "?", to_utf8(owner)));
}

Ref compare_methods(Vm& vm, Value left, Value right, CompareOperator op) {
  bool same_type = type_of(left) == type_of(right);
  if ((op != CompareOperator::Equal && op != CompareOperator::NotEqual) || !same_type) return kNotImplemented;
  int equal = equals(vm, method_of(left)->function, method_of(right)->function);
  if (equal < 0) return {};
  equal = equal && method_of(left)->self == method_of(right)->self;
  return Value::of((equal != 0) == (op == CompareOperator::Equal));
}

bool hash_method(Vm& vm, Value self, Hash* result) {
  if (!hash(vm, method_of(self)->function, result)) return false;
  *result ^= static_cast<Hash>(identity_number(method_of(self)->self) >> 4);
  if (*result == -1) *result = -2;
  return true;
}

// What a method does not have itself is its function's.
Ref get_method_attribute(Vm& vm, Value self, Str* name) {
  Value found = gilsim::python::lookup(type_of(self), name);
  if (!found.is_null()) return bind_descriptor(vm, found, self, type_of(self));
  return get_attribute(vm, method_of(self)->function, name);
}

Ref get_function(Vm&, Value self) { return method_of(self)->function; }
Ref get_self(Vm&, Value self) { return method_of(self)->self; }
Ref get_method_doc(Vm& vm, Value self) { return get_attribute(vm, method_of(self)->function, names.doc); }

constexpr GetterDescription kMethodGetters[] = {{"__func__", get_function}, {"__self__", get_self}, {"__doc__", get_method_doc}};

// --- cell ----------------------------------------------------------------------------------------------------------

void clear_cell(Object* object) { drop(static_cast<Cell*>(object)->content); }
void destroy_cell(Object* object) {
  clear_cell(object);
  free_object(object, sizeof(Cell));
}
void traverse_cell(Object* object, Visitor& visitor) { visit_value(visitor, static_cast<Cell*>(object)->content); }

Ref repr_cell(Vm&, Value self) {
  Value content = self.as<Cell>()->content;
  if (content.is_null()) return make_str(fmt::format("<cell at {}: empty>", address_text(self)));
  return make_str(fmt::format("<cell at {}: {} object at {}>", address_text(self), type_name(content), address_text(content)));
}

Ref get_contents(Vm& vm, Value self) {
  Value content = self.as<Cell>()->content;
  return content.is_null() ? raise(vm, exceptions::ValueError, "Cell is empty") : Ref(content);
}
bool set_contents(Vm&, Value self, Value value) { return set_value(self.as<Cell>()->content, value); }

Ref create_cell(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count()) return raise(vm, exceptions::TypeError, "cell() takes no keyword arguments");
  if (arguments.size() > 1) return raise(vm, exceptions::TypeError, "cell expected at most 1 argument, got {}", arguments.size());
  return make_cell(arguments.optional(0));
}

constexpr GetterDescription kCellGetters[] = {{"cell_contents", get_contents, set_contents}};

}  // namespace

Ref make_bound_method(Value function, Value self) {
  auto* method = allocate_object<BoundMethod>(&bound_method_type);
  incref(method->function = function);
  incref(method->self = self);
  return Ref::take(method);
}

Ref make_cell(Value content) {
  auto* cell = allocate_object<Cell>(&cell_type);
  incref(cell->content = content);
  return Ref::take(cell);
}

void define_function_types() {
  Operations operations;
  operations.destroy = destroy_function;
  operations.traverse = traverse_function;
  operations.clear = clear_function;
  operations.repr = repr_function;
  operations.descriptor_get = bind_function;
  operations.call = call_without_runtime;
  define_type(function_type, {.name = "function", .base = nullptr, .basic_size = sizeof(Function), .flags = kHasAttributes,
                              .operations = operations, .getters = kFunctionGetters});
  operations = {};
  operations.destroy = destroy_method;
  operations.traverse = traverse_method;
  operations.clear = clear_method;
  operations.repr = repr_method;
  operations.hash = hash_method;
  operations.compare = compare_methods;
  operations.get_attribute = get_method_attribute;
  operations.call = call_method;
  operations.create = create_method;
  define_type(bound_method_type, {.name = "method", .base = nullptr, .basic_size = sizeof(BoundMethod), .flags = kTracked,
                                  .operations = operations, .getters = kMethodGetters});
  operations = {};
  operations.destroy = destroy_cell;
  operations.traverse = traverse_cell;
  operations.clear = clear_cell;
  operations.repr = repr_cell;
  operations.create = create_cell;
  define_type(cell_type, {.name = "cell", .base = nullptr, .basic_size = sizeof(Cell), .flags = kTracked,
                          .operations = operations, .getters = kCellGetters});
}

}  // namespace gilsim::python
