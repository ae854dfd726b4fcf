#include "interpreter/objects/exception_types.h"

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/descriptors.h"
#include "interpreter/objects/class_creation.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

namespace exceptions {
#define EXCEPTION(name, base, doc) Type name;
#include "interpreter/objects/exceptions.def"
#undef EXCEPTION
}  // namespace exceptions

namespace {

namespace fields = exception_fields;

BaseException* self_of(Value value) { return value.as<BaseException>(); }

size_t field_count(const Type* type) { return (type->basic_size - sizeof(BaseException)) / sizeof(Value); }

bool fail(Vm& vm, const std::string& message) {
  raise(vm, exceptions::TypeError, std::string_view(message));
  return false;
}

// --- life ----------------------------------------------------------------------------------------------------------

void clear(Object* object) {
  auto* self = static_cast<BaseException*>(object);
  Ref traceback = Ref::take(Value::of(std::exchange(self->traceback, nullptr)));
  for (Value* link : {&self->cause, &self->context}) decref(std::exchange(*link, kNull));
  for (size_t i = 0; i < field_count(self->type); ++i) decref(std::exchange(self->fields()[i], kNull));
}

void destroy_exception(Object* object) {
  clear(object);
  decref(static_cast<BaseException*>(object)->args);
  free_object(object, object->type->basic_size);
}

void traverse(Object* object, Visitor& visitor) {
  auto* self = static_cast<BaseException*>(object);
  visitor.visit(Value::of(self->args));
  if (self->traceback) visitor.visit(Value::of(self->traceback));
  for (Value link : {self->cause, self->context})
    if (!link.is_null()) visitor.visit(link);
  for (size_t i = 0; i < field_count(self->type); ++i)
    if (!self->fields()[i].is_null()) visitor.visit(self->fields()[i]);
}

// --- text ----------------------------------------------------------------------------------------------------------

Ref exception_repr(Vm& vm, Value self) {
  const Tuple* args = self_of(self)->args;
  Ref shown = args->size == 1 ? repr(vm, args->items[0]) : repr(vm, Value::of(args));
  if (!shown) return {};
  std::string name = to_utf8(type_of(self)->name), text = to_utf8(shown);
  return make_str(args->size == 1 ? name + "(" + text + ")" : name + text);
}

Ref key_error_str(Vm& vm, Value self) {
  const Tuple* args = self_of(self)->args;
  return args->size == 1 ? repr(vm, args->items[0]) : exception_str(vm, self);
}

Ref import_error_str(Vm& vm, Value self) {
  Value message = exception_field(self, fields::ImportError_msg);
  bool is_plain = message.is_object() && message.object()->type == &str_type;
  return is_plain ? Ref(message) : exception_str(vm, self);
}

// --- constructors of the classes with fields -----------------------------------------------------------------------

bool stop_iteration_initialize(Vm& vm, Value self, const Arguments& arguments) {
  if (!exception_initialize(vm, self, arguments)) return false;
  set_exception_field(self, fields::StopIteration_value, arguments.optional(0, kNone));
  return true;
}

bool system_exit_initialize(Vm& vm, Value self, const Arguments& arguments) {
  if (!exception_initialize(vm, self, arguments)) return false;
  size_t count = arguments.size();
  if (count) set_exception_field(self, fields::SystemExit_code, count == 1 ? arguments[0] : Value::of(self_of(self)->args));
  return true;
}

// Keyword arguments that are fields: AttributeError(…, name=…, obj=…).
bool set_named_fields(Vm& vm, Value self, const Arguments& arguments, const char* function, const char* const* names_of_fields,
                      int first_field, int count) {
  set_exception_arguments(self, {arguments.values, arguments.positional_count});
  Arguments keywords{arguments.values + arguments.positional_count, 0, arguments.keyword_names};
  Value given[3];
  if (!bind(vm, keywords, {.function = function, .names = names_of_fields, .count = count}, given)) return false;
  for (int i = 0; i < count; ++i) set_exception_field(self, first_field + i, given[i]);
  return true;
}

bool import_error_initialize(Vm& vm, Value self, const Arguments& arguments) {
  static const char* const kNames[] = {"name", "path"};
  if (!set_named_fields(vm, self, arguments, "ImportError", kNames, fields::ImportError_name, 2)) return false;
  if (arguments.size() == 1) set_exception_field(self, fields::ImportError_msg, arguments[0]);
  return true;
}
bool name_error_initialize(Vm& vm, Value self, const Arguments& arguments) {
  static const char* const kNames[] = {"name"};
  return set_named_fields(vm, self, arguments, "NameError", kNames, fields::NameError_name, 1);
}
bool attribute_error_initialize(Vm& vm, Value self, const Arguments& arguments) {
  static const char* const kNames[] = {"name", "obj"};
  return set_named_fields(vm, self, arguments, "AttributeError", kNames, fields::AttributeError_name, 2);
}

// --- methods and attributes ----------------------------------------------------------------------------------------

bool set_traceback(Vm& vm, Value self, Value value) {
  if (value.is_null()) return fail(vm, "__traceback__ may not be deleted");
  if (!value.is_none() && type_of(value) != &traceback_type) return fail(vm, "__traceback__ must be a traceback or None");
  Traceback* traceback = value.is_none() ? nullptr : value.as<Traceback>();
  if (traceback) incref(traceback);
  Ref old = Ref::take(Value::of(std::exchange(self_of(self)->traceback, traceback)));
  return true;
}

Ref with_traceback(Vm& vm, const Arguments& arguments) {
  return set_traceback(vm, arguments[0], arguments[1]) ? Ref(arguments[0]) : Ref();
}

Ref add_note(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1])) return raise(vm, exceptions::TypeError, "note must be a str, not '{}'", type_name(arguments[1]));
  bool failed = false;
  Ref notes = get_attribute_or_null(vm, arguments[0], names.notes, &failed);
  if (failed) return {};
  if (!notes) {
    notes = Ref::take(new_list());
    if (!set_attribute(vm, arguments[0], names.notes, notes)) return {};
  }
  if (!is_list(notes)) return raise(vm, exceptions::TypeError, "Cannot add note: __notes__ is not a list");
  list_append(notes.as<List>(), arguments[1]);
  return kNone;
}

// What the class must be given: an OSError keeps the names of its files beside its arguments.
Ref arguments_for_copy(Value self) {
  const Tuple* args = self_of(self)->args;
  if (!is_instance(self, &exceptions::OSError) || args->size != 2) return args;
  const Value name = exception_field(self, exception_fields::OSError_filename), other = exception_field(self, exception_fields::OSError_filename2);
  if (name.is_none()) return args;
  if (other.is_none()) return make_tuple({args->items[0], args->items[1], name});
  return make_tuple({args->items[0], args->items[1], name, kNone, other});
}

Ref reduce(Vm&, const Arguments& arguments) {
  Value self = arguments[0];
  Ref args = arguments_for_copy(self);
  Dict* attributes = instance_dictionary(self.object());
  if (attributes->used == 0) return make_tuple({Value::of(type_of(self)), args});
  return make_tuple({Value::of(type_of(self)), args, Value::of(attributes)});
}

Ref set_state(Vm& vm, const Arguments& arguments) {
  if (arguments[1].is_none()) return kNone;
  if (!is_dict(arguments[1])) return raise(vm, exceptions::TypeError, "state is not a dictionary");
  Value key, value;
  for (int32_t i = 0; dict_next(arguments[1].as<Dict>(), i, &key, &value);)
    if (!set_attribute(vm, arguments[0], intern(key.as<Str>()), value)) return {};
  return kNone;
}

Ref or_none(Value value) { return value.is_null() ? kNone : value; }
Ref get_args(Vm&, Value self) { return self_of(self)->args; }
bool set_args(Vm& vm, Value self, Value value) {
  if (value.is_null()) return fail(vm, "args may not be deleted");
  Ref args = to_tuple(vm, value);
  if (!args) return false;
  decref(std::exchange(self_of(self)->args, args.release().as<Tuple>()));
  return true;
}
Ref get_traceback(Vm&, Value self) { return self_of(self)->traceback ? Ref(self_of(self)->traceback) : Ref(kNone); }

bool set_link(Vm& vm, Value& link, Value value, const char* name, const char* what) {
  if (value.is_null()) return fail(vm, fmt::format("{} may not be deleted", name));
  if (!value.is_none() && !is_exception(value)) return fail(vm, fmt::format("exception {} must be None or derive from BaseException", what));
  if (value.is_none()) value = kNull;
  incref(value);
  decref(std::exchange(link, value));
  return true;
}
Ref get_cause(Vm&, Value self) { return or_none(self_of(self)->cause); }
bool set_cause(Vm& vm, Value self, Value value) {
  if (!set_link(vm, self_of(self)->cause, value, "__cause__", "cause")) return false;
  return self_of(self)->suppress_context = true;
}
Ref get_context(Vm&, Value self) { return or_none(self_of(self)->context); }
bool set_context(Vm& vm, Value self, Value value) { return set_link(vm, self_of(self)->context, value, "__context__", "context"); }
Ref get_suppress(Vm&, Value self) { return Value::of(self_of(self)->suppress_context); }
bool set_suppress(Vm& vm, Value self, Value value) {
  if (value.is_null()) return fail(vm, "can't delete numeric/char attribute");
  if (!value.is_bool()) return fail(vm, "attribute value type must be bool");
  self_of(self)->suppress_context = value.is_true();
  return true;
}

constexpr NativeDescription kMethods[] = {
    {"with_traceback", with_traceback, {1, 1}, "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self."},
    {"add_note", add_note, {1, 1}, "Exception.add_note(note) --\n    add a note to the exception"},
    {"__reduce__", reduce, {0, 0}},
    {"__setstate__", set_state, {1, 1}},
};
constexpr GetterDescription kGetters[] = {
    {"args", get_args, set_args},
    {"__traceback__", get_traceback, set_traceback},
    {"__cause__", get_cause, set_cause},
    {"__context__", get_context, set_context},
    {"__suppress_context__", get_suppress, set_suppress},
};

// --- the classes ---------------------------------------------------------------------------------------------------

ExceptionBehaviour behaviour_of(const Type& type) {
  using namespace exceptions;
  ExceptionBehaviour result;
  Operations& operations = result.operations;
  if (&type == &BaseException_) {
    operations.destroy = destroy_exception;
    operations.traverse = traverse;
    operations.clear = clear;
    operations.repr = exception_repr;
    operations.str = exception_str;
    operations.create = exception_create;
    operations.initialize = exception_initialize;
    result.methods = kMethods;
    result.getters = kGetters;
  }
  if (&type == &StopIteration) operations.initialize = stop_iteration_initialize;
  if (&type == &SystemExit) operations.initialize = system_exit_initialize;
  if (&type == &KeyError) operations.str = key_error_str;
  if (&type == &ImportError) operations.initialize = import_error_initialize, operations.str = import_error_str;
  if (&type == &NameError) operations.initialize = name_error_initialize;
  if (&type == &AttributeError) operations.initialize = attribute_error_initialize;
  if (&type == &OSError) return os_error_behaviour();
  if (&type == &SyntaxError) return syntax_error_behaviour();
  if (&type == &UnicodeDecodeError || &type == &UnicodeEncodeError || &type == &UnicodeTranslateError) return unicode_error_behaviour(type);
  if (&type == &BaseExceptionGroup) return exception_group_behaviour();
  return result;
}

struct FieldRow {
  const Type* type;
  int number;
  const char* name;
};
const FieldRow kFields[] = {
#define FIELD(type, number, name, identifier) {&exceptions::type, number, name},
#include "interpreter/objects/exception_fields.def"
#undef FIELD
};

uint32_t size_of(const Type& type, const Type& base) {
  uint32_t fields = 0;
  for (const FieldRow& row : kFields) fields += row.type == &type;
  uint32_t base_size = &base == &object_type ? sizeof(BaseException) : base.basic_size;
  return base_size + fields * static_cast<uint32_t>(sizeof(Value));
}

void add_field_members(Type& type) {
  for (const FieldRow& row : kFields) {
    if (row.type != &type) continue;
    auto offset = static_cast<uint32_t>(sizeof(BaseException) + static_cast<size_t>(row.number) * sizeof(Value));
    bool read_only = &type == &exceptions::BaseExceptionGroup;
    Str* name = intern(row.name);
    dict_set_str(type.dictionary, name, make_member_descriptor(name, &type, offset, true, read_only));
  }
}

void define_one(Type& type, Type& base, std::string_view identifier, const char* doc) {
  // The C++ name of BaseException ends with an underscore, for the struct has the plain one.
  static const std::string kBaseException = "BaseException";
  const char* name = identifier.ends_with('_') ? kBaseException.c_str() : identifier.data();
  ExceptionBehaviour behaviour = behaviour_of(type);
  define_type(type, {.name = name, .base = &base, .basic_size = size_of(type, base),
                     .flags = kHasAttributes | kSubclassable | kExceptionSubclass, .operations = behaviour.operations,
                     .methods = behaviour.methods, .class_methods = behaviour.class_methods, .getters = behaviour.getters, .doc = doc});
  add_field_members(type);
}

// ExceptionGroup is the one built-in class with two bases.
void add_base_to_exception_group() {
  using namespace exceptions;
  decref(ExceptionGroup.bases);
  ExceptionGroup.bases = make_tuple({Value::of(&BaseExceptionGroup), Value::of(&Exception)}).release().as<Tuple>();
  decref(ExceptionGroup.mro);
  ExceptionGroup.mro = make_tuple({Value::of(&ExceptionGroup), Value::of(&BaseExceptionGroup), Value::of(&Exception),
                                   Value::of(&BaseException_), Value::of(&object_type)}).release().as<Tuple>();
  add_subclass(&Exception, &ExceptionGroup);
  type_changed(&ExceptionGroup);
}

}  // namespace

void set_exception_arguments(Value self, const Arguments& arguments) {
  Ref args = make_tuple(arguments.values, static_cast<int64_t>(arguments.positional_count));
  decref(std::exchange(self_of(self)->args, args.release().as<Tuple>()));
}

Ref exception_create(Vm&, Type* type, const Arguments& arguments) {
  Ref args = make_tuple(arguments.values, static_cast<int64_t>(arguments.positional_count));
  auto* self = static_cast<BaseException*>(allocate_object(type, type->basic_size));
  self->args = args.release().as<Tuple>();
  self->traceback = nullptr;
  self->cause = self->context = kNull;
  self->suppress_context = false;
  for (size_t i = 0; i < field_count(type); ++i) self->fields()[i] = kNull;
  return Ref::take(self);
}

bool exception_initialize(Vm& vm, Value self, const Arguments& arguments) {
  if (arguments.keyword_count()) return fail(vm, fmt::format("{}() takes no keyword arguments", display_name(type_of(self))));
  // __new__ has stored the same already, unless somebody calls __init__ with others.
  const Tuple* args = self_of(self)->args;
  bool same = args->size == static_cast<int64_t>(arguments.size());
  for (size_t i = 0; same && i < arguments.size(); ++i) same = args->items[i] == arguments[i];
  if (!same) set_exception_arguments(self, arguments);
  return true;
}

Ref exception_str(Vm& vm, Value self) {
  const Tuple* args = self_of(self)->args;
  if (args->size == 0) return names.empty;
  return args->size == 1 ? str(vm, args->items[0]) : str(vm, Value::of(args));
}

void define_exception_types() {
  using namespace exceptions;
#define EXCEPTION(name, base, doc) define_one(name, base, #name, doc);
#include "interpreter/objects/exceptions.def"
#undef EXCEPTION
  add_base_to_exception_group();
}

}  // namespace gilsim::python
