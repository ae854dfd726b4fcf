// protocols.h: operators.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_slots.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

// Whether the operation is CPython's sequence concatenation or repetition, which is tried after both operands' numbers.
bool is_of_sequence(const Type* type, Binary op, BinaryFunction operation) {
  bool is_row = (op == Binary::Add || op == Binary::Multiply) && type->operations.length && type->operations.get_item;
  return is_row && !calls_method(operation, op);
}

// Asks the operands' types in Python's order: a subclass on the right first, then left, then right.
Ref ask_types(Vm& vm, Binary op, Value left, Value right) {
  Type *left_type = type_of(left), *right_type = type_of(right);
  BinaryFunction of_left = left_type->operations.binary[static_cast<int>(op)];
  BinaryFunction of_right = right_type->operations.binary[static_cast<int>(op)];
  if (of_right == of_left) of_right = nullptr;
  bool right_first = of_left && of_right && (is_subtype(right_type, left_type) ||
                                             (is_of_sequence(left_type, op, of_left) && !is_of_sequence(right_type, op, of_right)));
  if (right_first) {
    Ref result = of_right(vm, left, right);
    if (result.get() != kNotImplemented) return result;
    of_right = nullptr;
  }
  if (of_left) {
    Ref result = of_left(vm, left, right);
    if (result.get() != kNotImplemented) return result;
  }
  return of_right ? of_right(vm, left, right) : Ref(kNotImplemented);
}

bool is_sequence(Value value) { return type_of(value)->operations.length && type_of(value)->operations.get_item; }
bool has(Value value, Binary op) { return type_of(value)->operations.binary[static_cast<int>(op)]; }

bool is_print(Value value) {
  return value.is_object() && value.object()->type == &native_function_type &&
         std::string_view(value.as<Native>()->description->name) == "print";
}

Ref refuse(Vm& vm, Binary op, Value left, Value right, bool in_place) {
  if (op == Binary::Add && is_sequence(left) && has(left, op) && !has_flag(type_of(left), kHeapType)) {
    if (is_bytes_like(left)) return raise(vm, exceptions::TypeError, "can't concat {} to {}", type_name(right), type_name(left));
    return raise(vm, exceptions::TypeError, "can only concatenate {0} (not \"{1}\") to {0}", to_utf8(type_of(left)->name), type_name(right));
  }
  // Classes of programs repeat by their own methods, which say themselves what they refuse.
  const auto repeats = [&](Value value) { return is_sequence(value) && has(value, op) && !has_flag(type_of(value), kHeapType); };
  if (op == Binary::Multiply && (repeats(left) || repeats(right))) {
    Value count = repeats(left) ? right : left;
    return raise(vm, exceptions::TypeError, "can't multiply sequence by non-int of type '{}'", type_name(count));
  }
  const char* sign = binary_names[static_cast<int>(op)].sign;
  std::string shown = !in_place ? sign : op == Binary::Power ? "**=" : std::string(sign) + "=";
  const char* hint = op == Binary::RightShift && !in_place && is_print(left)
                         ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : "";
  return raise(vm, exceptions::TypeError, "unsupported operand type(s) for {}: '{}' and '{}'{}", shown, type_name(left),
               type_name(right), hint);
}

Ref unary(Vm& vm, UnaryFunction operation, Value value, const char* sign) {
  if (operation) return operation(vm, value);
  return raise(vm, exceptions::TypeError, "bad operand type for {}: '{}'", sign, type_name(value));
}

}  // namespace

Ref binary(Vm& vm, Binary op, Value left, Value right) {
  Ref result = ask_types(vm, op, left, right);
  return result.get() == kNotImplemented ? refuse(vm, op, left, right, false) : result;
}

Ref in_place(Vm& vm, Binary op, Value left, Value right) {
  if (BinaryFunction operation = type_of(left)->operations.in_place[static_cast<int>(op)]) {
    Ref result = operation(vm, left, right);
    if (result.get() != kNotImplemented) return result;
  }
  Ref result = ask_types(vm, op, left, right);
  return result.get() == kNotImplemented ? refuse(vm, op, left, right, true) : result;
}

// Whether __pow__ may be given a third number: a program's, or a built-in type's that is a method and no slot wrapper.
static bool takes_modulus(Type* type) {
  if (has_flag(type, kHeapType)) return true;
  const Value method = lookup(type, intern("__pow__"));
  return !method.is_null() && type_of(method) == &method_descriptor_type;
}

Ref power(Vm& vm, Value base, Value exponent, Value modulus) {
  if (modulus.is_none()) return binary(vm, Binary::Power, base, exponent);
  if (is_int(base) && is_int(exponent) && is_int(modulus)) return int_power_modulo(vm, base, exponent, modulus);
  if (takes_modulus(type_of(base)))
    if (SpecialMethod method = find_special(vm, base, intern("__pow__"))) {
      Ref result = call_special(vm, method, base, {exponent, modulus});
      if (result.get() != kNotImplemented) return result;
    }
  if (is_pending(vm)) return {};
  if (is_instance(base, &float_type) || is_instance(exponent, &float_type) || is_instance(modulus, &float_type))
    return raise(vm, exceptions::TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  return raise(vm, exceptions::TypeError, "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'", type_name(base),
               type_name(exponent), type_name(modulus));
}

Ref negative(Vm& vm, Value value) { return unary(vm, type_of(value)->operations.negative, value, "unary -"); }
Ref positive(Vm& vm, Value value) { return unary(vm, type_of(value)->operations.positive, value, "unary +"); }
Ref invert(Vm& vm, Value value) { return unary(vm, type_of(value)->operations.invert, value, "unary ~"); }

Ref index(Vm& vm, Value value) {
  if (value.is_small()) return value;
  if (is_int(value)) return int_plain(value);
  UnaryFunction operation = type_of(value)->operations.index;
  if (!operation) return raise(vm, exceptions::TypeError, "'{}' object cannot be interpreted as an integer", type_name(value));
  Ref result = operation(vm, value);
  if (!result || is_int(result)) return result;
  return raise(vm, exceptions::TypeError, "__index__ returned non-int (type {})", type_name(result));
}

bool as_index(Vm& vm, Value key, int64_t* result) {
  if (key.is_small()) return *result = key.small(), true;
  Ref number = index(vm, key);
  if (!number) return false;
  std::optional<int64_t> fitting = int64_of(number);
  if (!fitting) return raise(vm, exceptions::IndexError, "cannot fit '{}' into an index-sized integer", type_name(key)), false;
  *result = *fitting;
  return true;
}

}  // namespace gilsim::python
