// The namespace of the builtins module: functions, types, exceptions, constants.
#include "interpreter/builtins/builtins.h"

#include "interpreter/builtins/runtime_builtins.h"
#include "interpreter/builtins/text_stream.h"
#include "interpreter/objects/boolean.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/complex.h"
#include "interpreter/objects/descriptors.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/memory_view.h"
#include "interpreter/objects/property.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/range.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/super.h"
#include "interpreter/runtime/bootstrap.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

struct NamedType {
  const char* name;
  Type* type;
};

const NamedType kTypes[] = {
    {"object", &object_type},      {"type", &type_type},           {"int", &int_type},
    {"bool", &bool_type},          {"float", &float_type},         {"complex", &complex_type},
    {"str", &str_type},            {"bytes", &bytes_type},         {"bytearray", &bytearray_type},
    {"tuple", &tuple_type},        {"list", &list_type},           {"dict", &dict_type},
    {"set", &set_type},            {"frozenset", &frozenset_type}, {"range", &range_type},
    {"slice", &slice_type},        {"enumerate", &enumerate_type}, {"reversed", &reversed_type},
    {"zip", &zip_type},            {"map", &map_type},             {"filter", &filter_type},
    {"property", &property_type},  {"super", &super_type},         {"staticmethod", &static_method_type},
    {"classmethod", &class_method_type},  {"memoryview", &memory_view_type},
};

const NamedType kExceptions[] = {
#define EXCEPTION(name, base, doc) {#name, &exceptions::name},
#include "interpreter/objects/exceptions.def"
#undef EXCEPTION
};

void add_functions(Dict* dictionary, std::span<const NativeDescription> functions) {
  Ref module = make_str("builtins");
  for (const NativeDescription& function : functions)
    dict_set_str(dictionary, intern(function.name), make_native(function, kNull, module));
}

void add_exceptions(Dict* dictionary) {
  for (const NamedType& exception : kExceptions) {
    std::string_view name = exception.name;
    if (name.ends_with('_')) name.remove_suffix(1);
    dict_set_str(dictionary, intern(name), Value::of(exception.type));
  }
  dict_set_str(dictionary, intern("EnvironmentError"), Value::of(&exceptions::OSError));
  dict_set_str(dictionary, intern("IOError"), Value::of(&exceptions::OSError));
}

}  // namespace

void populate_builtins(Interpreter& vm) {
  define_text_stream_type();
  for (const NamedType& type : kTypes) dict_set_str(vm.builtins, intern(type.name), Value::of(type.type));
  for (auto functions : {iteration_builtins(), number_builtins(), object_builtins(), runtime_builtins()})
    add_functions(vm.builtins, functions);
  add_exceptions(vm.builtins);
  dict_set_str(vm.builtins, intern("None"), kNone);
  dict_set_str(vm.builtins, intern("True"), kTrue);
  dict_set_str(vm.builtins, intern("False"), kFalse);
  dict_set_str(vm.builtins, intern("NotImplemented"), kNotImplemented);
  dict_set_str(vm.builtins, intern("Ellipsis"), kEllipsis);
  dict_set_str(vm.builtins, intern("__debug__"), kTrue);
}

}  // namespace gilsim::python
