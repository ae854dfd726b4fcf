#include "interpreter/modules/struct_sequence.h"

#include <string>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

// Gives one item of the tuple it is read from.
struct FieldGetter : Object {
  int64_t index;
};
Type field_getter_type;

Ref get_field(Vm&, Value descriptor, Value instance, Type*) {
  if (instance.is_null()) return descriptor;
  return instance.as<Tuple>()->items[descriptor.as<FieldGetter>()->index];
}

bool refuse_set(Vm& vm, Value, Value, Value) { return raise(vm, exceptions::AttributeError, "readonly attribute"), false; }

void destroy_getter(Object* object) { free_object(object, sizeof(FieldGetter)); }

void define_field_getter_type() {
  Operations operations;
  operations.destroy = destroy_getter;
  operations.descriptor_get = get_field;
  operations.descriptor_set = refuse_set;
  define_type(field_getter_type, {.name = "member_descriptor", .base = nullptr, .basic_size = sizeof(FieldGetter), .flags = 0,
                                  .operations = operations});
}

// sys.version_info(major=3, minor=11, …)
Ref repr_fields(Vm& vm, const Arguments& arguments) {
  const auto* tuple = arguments[0].as<Tuple>();
  Type* type = type_of(arguments[0]);
  const auto* fields = dict_get_str(type->dictionary, intern("_fields")).as<Tuple>();
  std::string text = qualified_type_name(type) + "(";
  for (int64_t i = 0; i < tuple->size; ++i)
    text += (i ? ", " : "") + to_utf8(fields->items[i]) + "=" + repr_utf8(vm, tuple->items[i]);
  return make_str(text + ")");
}

const NativeDescription kRepr{"__repr__", repr_fields, {0, 0}};

Ref make_class(Vm& vm, std::string_view qualified, std::span<const char* const> fields) {
  define_field_getter_type();
  Ref dictionary = Ref::take(new_dict());
  Tuple* field_names = new_tuple(static_cast<int64_t>(fields.size()));
  for (size_t i = 0; i < fields.size(); ++i) {
    auto* getter = allocate_object<FieldGetter>(&field_getter_type);
    getter->index = static_cast<int64_t>(i);
    dict_set_str(dictionary.as<Dict>(), intern(fields[i]), Ref::take(getter));
    field_names->items[i] = Ref(intern(fields[i])).release();
  }
  dict_set_str(dictionary.as<Dict>(), intern("_fields"), Ref::take(field_names));
  const size_t dot = qualified.rfind('.');
  dict_set_str(dictionary.as<Dict>(), names.module, make_str(dot == std::string_view::npos ? "builtins" : qualified.substr(0, dot)));
  dict_set_str(dictionary.as<Dict>(), names.slots, Ref::take(new_tuple(0)));
  dict_set_str(dictionary.as<Dict>(), names.repr, make_method_descriptor(kRepr, &tuple_type, NativeKind::Method));
  return call(vm, Value::of(&type_type), {make_str(qualified.substr(dot + 1)), make_tuple({Value::of(&tuple_type)}), dictionary});
}

}  // namespace

Ref make_struct_sequence(const char* name, std::span<const char* const> fields, std::initializer_list<Value> values) {
  Vm& vm = *running_vm;
  // Classes are kept where a program cannot see them.
  Ref key(intern(std::string("struct sequence ") + name));
  Value made = dict_get_str(vm.struct_sequences, key.as<Str>());
  if (made.is_null()) {
    Ref type = make_class(vm, name, fields);
    if (!type) return {};
    dict_set_str(vm.struct_sequences, key.as<Str>(), type);
    made = type;
  }
  return call(vm, made, {make_tuple(values.begin(), static_cast<int64_t>(values.size()))});
}

}  // namespace gilsim::python
