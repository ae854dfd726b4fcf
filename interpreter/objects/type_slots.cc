#include "interpreter/objects/type_slots.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <vector>

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

const BinaryNames binary_names[kBinaryOperatorCount] = {
    {"__add__", "__radd__", "__iadd__", "+"},
    {"__and__", "__rand__", "__iand__", "&"},
    {"__floordiv__", "__rfloordiv__", "__ifloordiv__", "//"},
    {"__lshift__", "__rlshift__", "__ilshift__", "<<"},
    {"__matmul__", "__rmatmul__", "__imatmul__", "@"},
    {"__mul__", "__rmul__", "__imul__", "*"},
    {"__mod__", "__rmod__", "__imod__", "%"},
    {"__or__", "__ror__", "__ior__", "|"},
    {"__pow__", "__rpow__", "__ipow__", "** or pow()"},
    {"__rshift__", "__rrshift__", "__irshift__", ">>"},
    {"__sub__", "__rsub__", "__isub__", "-"},
    {"__truediv__", "__rtruediv__", "__itruediv__", "/"},
    {"__xor__", "__rxor__", "__ixor__", "^"},
};
const char* const compare_signs[6] = {"<", "<=", "==", "!=", ">", ">="};

namespace {

using AnyFunction = void (*)();
using Wrapper = Ref (*)(Vm&, const Operations&, const Arguments&);

// One special method. Rows of the same operation stand next to each other.
struct Row {
  NativeDescription description;  // its code is never called: the wrapper also needs the operations of its owner
  size_t operation;               // offset in Operations
  AnyFunction method_caller;      // what the operation becomes when the method is written in Python
  Wrapper wrapper;                // calls the operation with unpacked arguments; null: the method does not show
};

Ref only_through_call_native(Vm&, const Arguments&) {
  assert(false && "slot wrappers are called through call_native");
  return {};
}

AnyFunction& operation_at(Operations& operations, size_t offset) {
  return *reinterpret_cast<AnyFunction*>(reinterpret_cast<char*>(&operations) + offset);
}
AnyFunction operation_at(const Operations& operations, size_t offset) {
  return operation_at(const_cast<Operations&>(operations), offset);
}

// --- calling the method behind an operation ------------------------------------------------------------------------

// Interned names of the operators' methods, made on first use in a run.
struct OperatorNames {
  Str* method[kBinaryOperatorCount];
  Str* reflected[kBinaryOperatorCount];
  Str* in_place[kBinaryOperatorCount];
  bool ready = false;
} operator_names;

const AtReset forget_names([] { operator_names = {}; });

const OperatorNames& interned_operators() {
  if (operator_names.ready) return operator_names;
  for (int i = 0; i < kBinaryOperatorCount; ++i) {
    operator_names.method[i] = intern(binary_names[i].method);
    operator_names.reflected[i] = intern(binary_names[i].reflected);
    operator_names.in_place[i] = intern(binary_names[i].in_place);
  }
  operator_names.ready = true;
  return operator_names;
}

// The class has the method, or the operation would not be this one; but it may be a descriptor that raises.
Ref call_required(Vm& vm, Value self, Str* name, std::initializer_list<Value> arguments = {}) {
  SpecialMethod method = find_special(vm, self, name);
  if (method) return call_special(vm, method, self, arguments);
  if (!method.failed) raise_no_attribute(vm, self, name);
  return {};
}
Ref call_required(Vm& vm, Value self, Str* name, const Arguments& arguments) {
  SpecialMethod method = find_special(vm, self, name);
  if (method) return call_special(vm, method, self, arguments);
  if (!method.failed) raise_no_attribute(vm, self, name);
  return {};
}

Ref call_or_not_implemented(Vm& vm, Value self, Str* name, Value other) {
  SpecialMethod method = find_special(vm, self, name);
  if (method) return call_special(vm, method, self, {other});
  return method.failed ? Ref() : Ref(kNotImplemented);
}

template <Str* Names::* name>
Ref call_unary(Vm& vm, Value self) { return call_required(vm, self, names.*name); }


bool call_method_hash(Vm& vm, Value self, Hash* result) {
  Ref value = call_required(vm, self, names.hash);
  if (!value) return false;
  if (!is_int(value)) {
    raise(vm, exceptions::TypeError, "__hash__ method should return an integer");
    return false;
  }
  // As CPython: what fits is taken as it is, larger numbers by their own hash.
  std::optional<int64_t> number = int64_of(value);
  if (!number) return int_type.operations.hash(vm, value, result);
  *result = *number == -1 ? -2 : *number;
  return true;
}

Str* compare_name(CompareOperator op) {
  Str* const all[] = {names.lt, names.le, names.eq, names.ne, names.gt, names.ge};
  return all[static_cast<int>(op)];
}
Ref call_method_compare(Vm& vm, Value self, Value other, CompareOperator op) {
  return call_or_not_implemented(vm, self, compare_name(op), other);
}

int call_method_truth(Vm& vm, Value self) {
  Ref result = call_required(vm, self, names.bool_);
  if (!result) return -1;
  if (result.get().is_bool()) return result.get().is_true();
  raise(vm, exceptions::TypeError, "__bool__ should return bool, returned {}", type_name(result));
  return -1;
}

bool is_object_get_attribute(Value method) {
  return method.is_object() && method.object()->type == &slot_wrapper_type && method.as<Native>()->owner == &object_type;
}

bool call_method_set_attribute(Vm& vm, Value self, Str* name, Value value) {
  Ref result = value.is_null() ? call_required(vm, self, names.delattr, {Value::of(name)})
                               : call_required(vm, self, names.setattr, {Value::of(name), value});
  return static_cast<bool>(result);
}

Ref call_method_descriptor_get(Vm& vm, Value descriptor, Value instance, Type* owner) {
  SpecialMethod method = find_special(vm, descriptor, names.get);
  if (method.failed) return {};
  if (!method) return descriptor;
  return call_special(vm, method, descriptor, {instance.is_null() ? kNone : instance, owner ? Value::of(owner) : kNone});
}
bool call_method_descriptor_set(Vm& vm, Value descriptor, Value instance, Value value) {
  Str* name = value.is_null() ? names.delete_ : names.set;
  SpecialMethod method = find_special(vm, descriptor, name);
  if (!method) return method.failed || raise(vm, exceptions::AttributeError, "{}", to_utf8(name)), false;
  return static_cast<bool>(value.is_null() ? call_special(vm, method, descriptor, {instance})
                                           : call_special(vm, method, descriptor, {instance, value}));
}

Ref call_method_iter(Vm& vm, Value self) {
  SpecialMethod method = find_special(vm, self, names.iter);
  if (method.failed) return {};
  if (!method || method.callable.get().is_none())
    return raise(vm, exceptions::TypeError, "'{}' object is not iterable", type_name(self));
  return call_special(vm, method, self);
}
Ref call_method_next(Vm& vm, Value self) { return call_required(vm, self, names.next); }

int64_t call_method_length(Vm& vm, Value self) {
  Ref result = call_required(vm, self, names.len);
  if (!result) return -1;
  Ref number = index(vm, result);
  if (!number) return -1;
  std::optional<int64_t> length = int64_of(number);
  if (length && *length >= 0) return *length;
  if (length) raise(vm, exceptions::ValueError, "__len__() should return >= 0");
  else raise(vm, exceptions::OverflowError, "cannot fit 'int' into an index-sized integer");
  return -1;
}
Ref call_method_get_item(Vm& vm, Value self, Value key) { return call_required(vm, self, names.getitem, {key}); }
bool call_method_set_item(Vm& vm, Value self, Value key, Value value) {
  Ref result = value.is_null() ? call_required(vm, self, names.delitem, {key})
                               : call_required(vm, self, names.setitem, {key, value});
  return static_cast<bool>(result);
}
int call_method_contains(Vm& vm, Value self, Value item) {
  SpecialMethod method = find_special(vm, self, names.contains);
  if (method.failed) return -1;
  if (method.callable.get().is_none()) {
    raise(vm, exceptions::TypeError, "'{}' object is not a container", type_name(self));
    return -1;
  }
  Ref result = call_special(vm, method, self, {item});
  return result ? truth(vm, result) : -1;
}

// Whether the right operand's class has a reflected method of its own, which then goes first.
bool overrides_reflected(Value left, Value right, Str* reflected) {
  Value of_right = lookup(type_of(right), reflected);
  return !of_right.is_null() && of_right != lookup(type_of(left), reflected);
}

template <int op>
Ref call_method_binary(Vm& vm, Value left, Value right) {
  const OperatorNames& all = interned_operators();
  Type *left_type = type_of(left), *right_type = type_of(right);
  bool ask_right = left_type != right_type && right_type->operations.binary[op] == call_method_binary<op>;
  if (left_type->operations.binary[op] == call_method_binary<op>) {
    if (ask_right && is_subtype(right_type, left_type) && overrides_reflected(left, right, all.reflected[op])) {
      Ref result = call_or_not_implemented(vm, right, all.reflected[op], left);
      if (result.get() != kNotImplemented) return result;
      ask_right = false;
    }
    Ref result = call_or_not_implemented(vm, left, all.method[op], right);
    if (result.get() != kNotImplemented || left_type == right_type) return result;
  }
  if (ask_right) return call_or_not_implemented(vm, right, all.reflected[op], left);
  return kNotImplemented;
}
template <int op>
Ref call_method_in_place(Vm& vm, Value left, Value right) {
  return call_or_not_implemented(vm, left, interned_operators().in_place[op], right);
}

void call_method_del(Vm& vm, Object* object) {
  Value self = Value::of(object);
  SpecialMethod method = find_special(vm, self, names.del);
  if (method.failed) return clear_pending(vm);
  Value where = lookup(object->type, names.del);
  Ref keep(where);
  if (!method || call_special(vm, method, self)) return;
  Ref exception = take_pending_exception(vm);
  if (vm.print_unraisable) vm.print_unraisable(vm, exception, keep);
}

// --- calling the operation behind a slot wrapper: self is arguments[0] ---------------------------------------------

Ref none_if(bool done) { return done ? Ref(kNone) : Ref(); }
Ref truth_of(int result) { return result < 0 ? Ref() : Ref(Value::of(result == 1)); }

template <UnaryFunction Operations::* operation>
Ref wrap_unary(Vm& vm, const Operations& own, const Arguments& arguments) { return (own.*operation)(vm, arguments[0]); }

Ref wrap_hash(Vm& vm, const Operations& own, const Arguments& arguments) {
  Hash result;
  return own.hash(vm, arguments[0], &result) ? make_int(result) : Ref();
}
template <int op>
Ref wrap_compare(Vm& vm, const Operations& own, const Arguments& arguments) {
  return own.compare(vm, arguments[0], arguments[1], static_cast<CompareOperator>(op));
}
Ref wrap_truth(Vm& vm, const Operations& own, const Arguments& arguments) { return truth_of(own.truth(vm, arguments[0])); }

bool is_name(Vm& vm, Value value) {
  if (is_str(value)) return true;
  raise(vm, exceptions::TypeError, "attribute name must be string, not '{}'", type_name(value));
  return false;
}
Ref wrap_get_attribute(Vm& vm, const Operations& own, const Arguments& arguments) {
  if (!is_name(vm, arguments[1])) return {};
  auto get = own.get_attribute ? own.get_attribute : generic_get_attribute;
  return get(vm, arguments[0], intern(arguments[1].as<Str>()));
}
Ref set_through(Vm& vm, const Operations& own, const Arguments& arguments, Value value) {
  if (!is_name(vm, arguments[1])) return {};
  auto set = own.set_attribute ? own.set_attribute : generic_set_attribute;
  return none_if(set(vm, arguments[0], intern(arguments[1].as<Str>()), value));
}
Ref wrap_set_attribute(Vm& vm, const Operations& own, const Arguments& arguments) {
  return set_through(vm, own, arguments, arguments[2]);
}
Ref wrap_delete_attribute(Vm& vm, const Operations& own, const Arguments& arguments) {
  return set_through(vm, own, arguments, kNull);
}

Ref wrap_descriptor_get(Vm& vm, const Operations& own, const Arguments& arguments) {
  Value instance = arguments[1].is_none() ? kNull : arguments[1];
  Value owner = arguments.optional(2, kNone);
  if (instance.is_null() && owner.is_none()) return raise(vm, exceptions::TypeError, "__get__(None, None) is invalid");
  Type* type = owner.is_none() ? type_of(instance) : is_instance(owner, &type_type) ? owner.as<Type>() : nullptr;
  return own.descriptor_get(vm, arguments[0], instance, type);
}
Ref wrap_descriptor_set(Vm& vm, const Operations& own, const Arguments& arguments) {
  return none_if(own.descriptor_set(vm, arguments[0], arguments[1], arguments[2]));
}
Ref wrap_descriptor_delete(Vm& vm, const Operations& own, const Arguments& arguments) {
  return none_if(own.descriptor_set(vm, arguments[0], arguments[1], kNull));
}

Ref wrap_call(Vm& vm, const Operations& own, const Arguments& arguments) {
  return own.call(vm, arguments[0], arguments.without_first());
}
Ref wrap_init(Vm& vm, const Operations& own, const Arguments& arguments) {
  return none_if(own.initialize(vm, arguments[0], arguments.without_first()));
}
Ref wrap_next(Vm& vm, const Operations& own, const Arguments& arguments) {
  Ref item = own.next(vm, arguments[0]);
  if (!item && !is_pending(vm)) raise(vm, exceptions::StopIteration);
  return item;
}
Ref wrap_length(Vm& vm, const Operations& own, const Arguments& arguments) {
  int64_t length = own.length(vm, arguments[0]);
  return length < 0 ? Ref() : make_int(length);
}
Ref wrap_get_item(Vm& vm, const Operations& own, const Arguments& arguments) {
  return own.get_item(vm, arguments[0], arguments[1]);
}
Ref wrap_set_item(Vm& vm, const Operations& own, const Arguments& arguments) {
  return none_if(own.set_item(vm, arguments[0], arguments[1], arguments[2]));
}
Ref wrap_delete_item(Vm& vm, const Operations& own, const Arguments& arguments) {
  return none_if(own.set_item(vm, arguments[0], arguments[1], kNull));
}
Ref wrap_contains(Vm& vm, const Operations& own, const Arguments& arguments) {
  return truth_of(own.contains(vm, arguments[0], arguments[1]));
}
template <int op>
Ref wrap_binary(Vm& vm, const Operations& own, const Arguments& arguments) {
  if (op == static_cast<int>(Binary::Power) && arguments.size() > 2 && !arguments[2].is_none())
    return power(vm, arguments[0], arguments[1], arguments[2]);
  return own.binary[op](vm, arguments[0], arguments[1]);
}
template <int op>
Ref wrap_reflected(Vm& vm, const Operations& own, const Arguments& arguments) {
  return own.binary[op](vm, arguments[1], arguments[0]);
}
template <int op>
Ref wrap_in_place(Vm& vm, const Operations& own, const Arguments& arguments) {
  return own.in_place[op](vm, arguments[0], arguments[1]);
}

// --- the table -----------------------------------------------------------------------------------------------------

template <class Function>
Row row(const char* name, size_t operation, Function method_caller, Wrapper wrapper, int least, int most, const char* doc) {
  return {{name, only_through_call_native, {least, most}, doc}, operation, reinterpret_cast<AnyFunction>(method_caller), wrapper};
}

template <int op>
void add_operator_rows(std::vector<Row>& rows) {
  const BinaryNames& all = binary_names[op];
  size_t binary = offsetof(Operations, binary) + op * sizeof(BinaryFunction);
  int most = op == static_cast<int>(Binary::Power) ? 2 : 1;
  rows.push_back(row(all.method, binary, call_method_binary<op>, wrap_binary<op>, 1, most, nullptr));
  rows.push_back(row(all.reflected, binary, call_method_binary<op>, wrap_reflected<op>, 1, most, nullptr));
  size_t in_place = offsetof(Operations, in_place) + op * sizeof(BinaryFunction);
  rows.push_back(row(all.in_place, in_place, call_method_in_place<op>, wrap_in_place<op>, 1, 1, nullptr));
}
template <size_t... ops>
void add_all_operator_rows(std::vector<Row>& rows, std::index_sequence<ops...>) {
  (add_operator_rows<static_cast<int>(ops)>(rows), ...);
}

#define OPERATION(field) offsetof(Operations, field)
#define UNARY(name, identifier, field, doc) \
  row(name, OPERATION(field), call_unary<&Names::identifier>, wrap_unary<&Operations::field>, 0, 0, doc)

// clang-format off
std::vector<Row> make_rows() {
  std::vector<Row> rows = {
    row("__repr__",         OPERATION(repr),           call_unary<&Names::repr>,   wrap_unary<&Operations::repr>, 0, 0, "Return repr(self)."),
    row("__str__",          OPERATION(str),            call_unary<&Names::str>,    wrap_unary<&Operations::str>,  0, 0, "Return str(self)."),
    row("__hash__",         OPERATION(hash),           call_method_hash,           wrap_hash,                     0, 0, "Return hash(self)."),
    row("__lt__",           OPERATION(compare),        call_method_compare,        wrap_compare<0>,               1, 1, "Return self<value."),
    row("__le__",           OPERATION(compare),        call_method_compare,        wrap_compare<1>,               1, 1, "Return self<=value."),
    row("__eq__",           OPERATION(compare),        call_method_compare,        wrap_compare<2>,               1, 1, "Return self==value."),
    row("__ne__",           OPERATION(compare),        call_method_compare,        wrap_compare<3>,               1, 1, "Return self!=value."),
    row("__gt__",           OPERATION(compare),        call_method_compare,        wrap_compare<4>,               1, 1, "Return self>value."),
    row("__ge__",           OPERATION(compare),        call_method_compare,        wrap_compare<5>,               1, 1, "Return self>=value."),
    row("__bool__",         OPERATION(truth),          call_method_truth,          wrap_truth,                    0, 0, "True if self else False"),
    row("__getattribute__", OPERATION(get_attribute),  call_method_get_attribute,  wrap_get_attribute,            1, 1, "Return getattr(self, name)."),
    row("__getattr__",      OPERATION(get_attribute),  call_method_get_attribute,  nullptr,                       1, 1, nullptr),
    row("__setattr__",      OPERATION(set_attribute),  call_method_set_attribute,  wrap_set_attribute,            2, 2, "Implement setattr(self, name, value)."),
    row("__delattr__",      OPERATION(set_attribute),  call_method_set_attribute,  wrap_delete_attribute,         1, 1, "Implement delattr(self, name)."),
    row("__get__",          OPERATION(descriptor_get), call_method_descriptor_get, wrap_descriptor_get,           1, 2, "Return an attribute of instance, which is of type owner."),
    row("__set__",          OPERATION(descriptor_set), call_method_descriptor_set, wrap_descriptor_set,           2, 2, "Set an attribute of instance to value."),
    row("__delete__",       OPERATION(descriptor_set), call_method_descriptor_set, wrap_descriptor_delete,        1, 1, "Delete an attribute of instance."),
    row("__call__",         OPERATION(call),           call_method_call,           wrap_call,                     0, -1, "Call self as a function."),
    row("__new__",          OPERATION(create),         call_method_new,            nullptr,                       0, -1, nullptr),
    row("__init__",         OPERATION(initialize),     call_method_init,           wrap_init,                     0, -1, "Initialize self.  See help(type(self)) for accurate signature."),
    row("__iter__",         OPERATION(iterate),        call_method_iter,           wrap_unary<&Operations::iterate>, 0, 0, "Implement iter(self)."),
    row("__next__",         OPERATION(next),           call_method_next,           wrap_next,                     0, 0, "Implement next(self)."),
    row("__len__",          OPERATION(length),         call_method_length,         wrap_length,                   0, 0, "Return len(self)."),
    row("__getitem__",      OPERATION(get_item),       call_method_get_item,       wrap_get_item,                 1, 1, "Return self[key]."),
    row("__setitem__",      OPERATION(set_item),       call_method_set_item,       wrap_set_item,                 2, 2, "Set self[key] to value."),
    row("__delitem__",      OPERATION(set_item),       call_method_set_item,       wrap_delete_item,              1, 1, "Delete self[key]."),
    row("__contains__",     OPERATION(contains),       call_method_contains,       wrap_contains,                 1, 1, "Return key in self."),
    row("__del__",          OPERATION(finalize),       call_method_del,            nullptr,                       0, 0, nullptr),
    UNARY("__neg__",    neg,    negative, "-self"),
    UNARY("__pos__",    pos,    positive, "+self"),
    UNARY("__invert__", invert, invert,   "~self"),
    UNARY("__abs__",    abs,    absolute, "abs(self)"),
    UNARY("__int__",    int_,   to_int,   "int(self)"),
    UNARY("__float__",  float_, to_float, "float(self)"),
    UNARY("__index__",  index,  index,    "Return self converted to an integer, if self is suitable for use as an index into a list."),
  };
  // clang-format on
  for (Row& each : rows)
    if (each.description.arity.most == -1) each.description.arity.keywords = true;
  add_all_operator_rows(rows, std::make_index_sequence<kBinaryOperatorCount>());
  return rows;
}
#undef UNARY
#undef OPERATION

const std::vector<Row>& all_rows() {
  static const std::vector<Row> rows = make_rows();
  return rows;
}

// --- from operations to wrappers -----------------------------------------------------------------------------------

// What CPython puts into its sequence slots has no reflected form: list has __add__ but no __radd__.
bool is_concatenation(const Row& each, const Type& type, const Operations& own) {
  return each.wrapper == wrap_reflected<static_cast<int>(Binary::Add)> && own.binary[0] && type.operations.length;
}

// Texts and containers know their truth by their length; that they also have a quicker way does not show.
bool is_truth_by_length(const Row& each, const Type& type) {
  constexpr uint32_t kLengthy = kStrSubclass | kBytesSubclass | kTupleSubclass | kListSubclass | kDictSubclass | kSetSubclass;
  return each.wrapper == wrap_truth && has_flag(&type, kLengthy);
}

bool shows(const Row& each, const Type& type, const Operations& own) {
  if (!each.wrapper || is_concatenation(each, type, own) || is_truth_by_length(each, type)) return false;
  if (operation_at(own, each.operation)) return true;
  bool is_generic = each.operation == offsetof(Operations, get_attribute) || each.operation == offsetof(Operations, set_attribute);
  return is_generic && &type == &object_type;
}

// --- from methods to operations ------------------------------------------------------------------------------------

bool is_wrapper_of(Value value, const Row& each) {
  return value.is_object() && value.object()->type == &slot_wrapper_type && value.as<Native>()->description == &each.description;
}

// The operation that the rows [first, last) of one operation give a class.
AnyFunction choose_operation(Type* type, const Row* first, const Row* last) {
  AnyFunction native = nullptr;
  bool found = false;
  for (const Row* each = first; each != last; ++each) {
    Value value = lookup(type, intern(each->description.name));
    if (value.is_null()) continue;
    if (each->operation == offsetof(Operations, hash) && value.is_none()) return nullptr;
    AnyFunction function;
    if (is_wrapper_of(value, *each) && is_subtype(type, value.as<Native>()->owner)) {
      function = operation_at(value.as<Native>()->owner->operations, each->operation);
    } else if (Type* creator = creator_of(value); creator && each->operation == offsetof(Operations, create)) {
      function = reinterpret_cast<AnyFunction>(creator->operations.create);
    } else {
      return each->method_caller;
    }
    if (found && function != native) return each->method_caller;
    found = true;
    native = function;
  }
  bool is_hidden = !first->wrapper && first->operation == offsetof(Operations, finalize);
  return found || !is_hidden ? native : operation_at(type->base->operations, first->operation);
}

void set_flag(Type* type, uint32_t flag, bool on) {
  type->type_flags = on ? type->type_flags | flag : type->type_flags & ~flag;
}

void update_flags(Type* type) {
  set_flag(type, kHasFinalizer, type->operations.finalize);
  set_flag(type, kCustomGetAttribute, type->operations.get_attribute == call_method_get_attribute);
  set_flag(type, kUnhashable, !type->operations.hash);
}

template <class Wanted>
void choose_operations(Type* type, Wanted wanted) {
  const std::vector<Row>& rows = all_rows();
  for (size_t first = 0, last; first < rows.size(); first = last) {
    for (last = first + 1; last < rows.size() && rows[last].operation == rows[first].operation; ++last) {}
    if (!wanted(rows[first].operation)) continue;
    operation_at(type->operations, rows[first].operation) = choose_operation(type, &rows[first], &rows[0] + last);
  }
  update_flags(type);
}

void update_operation(Type* type, size_t operation) {
  choose_operations(type, [=](size_t each) { return each == operation; });
  for (int32_t i = 0; i < type->subclass_count; ++i) update_operation(type->subclasses[i], operation);
}

// The AttributeError that __getattr__ follows, made and thrown away: a trivial __getattr__ takes 520 ns in CPython 3.11.
constexpr int64_t kFallbackNs = 300;

}  // namespace

Ref call_method_get_attribute(Vm& vm, Value self, Str* name) {
  Type* type = type_of(self);
  Ref getattribute(lookup(type, names.getattribute));
  Ref value = is_object_get_attribute(getattribute) ? generic_get_attribute(vm, self, name)
                                                    : call_required(vm, self, names.getattribute, {Value::of(name)});
  if (value || !pending_matches(vm, exceptions::AttributeError)) return value;
  SpecialMethod getattr = find_special(vm, self, names.getattr);
  if (!getattr) return {};
  vm.charge(kFallbackNs);
  clear_pending(vm);
  return call_special(vm, getattr, self, {Value::of(name)});
}

Ref call_method_call(Vm& vm, Value self, const Arguments& arguments) {
  NativeRecursion guard(vm, "");
  if (!guard) return {};
  return call_required(vm, self, names.call, arguments);
}

Ref call_method_new(Vm& vm, Type* type, const Arguments& arguments) {
  Ref method = get_attribute(vm, Value::of(type), names.new_);
  return method ? call_with_first(vm, method, Value::of(type), arguments) : Ref();
}

bool call_method_init(Vm& vm, Value self, const Arguments& arguments) {
  Ref result = call_required(vm, self, names.init, arguments);
  if (!result || result.get().is_none()) return static_cast<bool>(result);
  raise(vm, exceptions::TypeError, "__init__() should return None, not '{}'", type_name(result));
  return false;
}

bool calls_method(BinaryFunction operation, Binary op) {
  auto index = static_cast<size_t>(op);
  static constexpr auto kCallers = []<size_t... ops>(std::index_sequence<ops...>) {
    return std::array<BinaryFunction, sizeof...(ops)>{call_method_binary<static_cast<int>(ops)>...};
  }(std::make_index_sequence<kBinaryOperatorCount>());
  return operation == kCallers[index];
}

void add_slot_wrappers(Type& type, const Operations& own) {
  for (const Row& each : all_rows())
    if (shows(each, type, own)) {
      Str* name = intern(each.description.name);
      if (!dict_get_str(type.dictionary, name).is_null()) continue;
      dict_set_str(type.dictionary, name, make_method_descriptor(each.description, &type, NativeKind::SlotWrapper));
    }
}

void inherit_operations(Type* type) {
  Operations& own = type->operations;
  const Operations& base = type->base->operations;
  own.destroy = base.destroy;
  own.traverse = base.traverse;
  own.clear = base.clear;
  own.buffer = base.buffer;
  choose_operations(type, [](size_t) { return true; });
}

void update_operations_for(Type* type, Str* name) {
  if (name->length < 5 || name->at(0) != '_' || name->at(1) != '_') return;
  for (const Row& each : all_rows())
    if (intern(each.description.name) == name) return update_operation(type, each.operation);
}

Ref call_slot_wrapper(Vm& vm, const Native* wrapper, const Arguments& arguments) {
  auto* each = reinterpret_cast<const Row*>(wrapper->description);  // the description is the row's first member
  return each->wrapper(vm, wrapper->owner->operations, arguments);
}

}  // namespace gilsim::python
