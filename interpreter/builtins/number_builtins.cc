// abs, divmod, pow, round, bin, oct, hex, chr, ord.
#include "interpreter/builtins/builtins.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/sequence.h"

namespace gilsim::python {

namespace {

Ref absolute(Vm& vm, const Arguments& arguments) {
  if (auto operation = type_of(arguments[0])->operations.absolute) return operation(vm, arguments[0]);
  return raise(vm, exceptions::TypeError, "bad operand type for abs(): '{}'", type_name(arguments[0]));
}

// self.name(argument), found on the type; NotImplemented when there is no such method.
Ref ask(Vm& vm, Value self, Str* name, Value argument) {
  SpecialMethod method = find_special(vm, self, name);
  if (method.failed) return {};
  return method ? call_special(vm, method, self, {argument}) : Ref(kNotImplemented);
}

Ref divide(Vm& vm, const Arguments& arguments) {
  Value left = arguments[0], right = arguments[1];
  if (left.is_small() && right.is_small()) return int_divmod(vm, left, right);
  bool right_first = type_of(left) != type_of(right) && is_subtype(type_of(right), type_of(left));
  Ref result(kNotImplemented);
  if (right_first) result = ask(vm, right, names.rdivmod, left);
  if (result.get() == kNotImplemented) result = ask(vm, left, names.divmod, right);
  if (result.get() == kNotImplemented && !right_first && type_of(left) != type_of(right))
    result = ask(vm, right, names.rdivmod, left);
  if (result.get() != kNotImplemented) return result;
  return raise(vm, exceptions::TypeError, "unsupported operand type(s) for divmod(): '{}' and '{}'", type_name(left),
               type_name(right));
}

Ref raise_to_power(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"base", "exp", "mod"};
  Value values[3];
  if (!bind(vm, arguments, {"pow", kNames, 3, 0, 2}, values)) return {};
  return power(vm, values[0], values[1], values[2].is_null() ? kNone : values[2]);
}

Ref round_number(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"number", "ndigits"};
  Value values[2];
  if (!bind(vm, arguments, {"round", kNames, 2, 0, 1}, values)) return {};
  SpecialMethod method = find_special(vm, values[0], names.round);
  if (method.failed) return {};
  if (!method)
    return raise(vm, exceptions::TypeError, "type {} doesn't define __round__ method", type_name(values[0]));
  bool to_int = values[1].is_null() || values[1].is_none();
  return to_int ? call_special(vm, method, values[0]) : call_special(vm, method, values[0], {values[1]});
}

Ref in_base(Vm& vm, Value value, int base, const char* prefix) {
  Ref number = index(vm, value);
  std::string digits;
  if (!number || !int_to_text(vm, number, base, &digits)) return {};
  return make_str(digits.insert(digits.starts_with('-') ? 1 : 0, prefix));
}

Ref binary_text(Vm& vm, const Arguments& arguments) { return in_base(vm, arguments[0], 2, "0b"); }
Ref octal_text(Vm& vm, const Arguments& arguments) { return in_base(vm, arguments[0], 8, "0o"); }
Ref hexadecimal_text(Vm& vm, const Arguments& arguments) { return in_base(vm, arguments[0], 16, "0x"); }

Ref character(Vm& vm, const Arguments& arguments) {
  Ref number = index(vm, arguments[0]);
  if (!number) return {};
  auto code = int64_of(number);
  if (!code || *code != static_cast<int32_t>(*code))
    return raise(vm, exceptions::OverflowError, "Python int too {} to convert to C int",
                 !code || *code > 0 ? "large" : "small");
  if (*code < 0 || *code > 0x10ffff) return raise(vm, exceptions::ValueError, "chr() arg not in range(0x110000)");
  return make_str(static_cast<char32_t>(*code));
}

Ref ordinal(Vm& vm, const Arguments& arguments) {
  Value text = arguments[0];
  int64_t length;
  if (is_str(text)) {
    length = text.as<Str>()->length;
    if (length == 1) return make_int(static_cast<int64_t>(text.as<Str>()->at(0)));
  } else if (is_bytes_like(text)) {
    std::string_view octets = bytes_view(text);
    length = octets.size();
    if (length == 1) return make_int(int64_t{static_cast<uint8_t>(octets[0])});
  } else {
    return raise(vm, exceptions::TypeError, "ord() expected string of length 1, but {} found", type_name(text));
  }
  return raise(vm, exceptions::TypeError, "ord() expected a character, but string of length {} found", length);
}

constexpr NativeDescription kFunctions[] = {
    {"abs", absolute, {1, 1}, "Return the absolute value of the argument."},
    {"divmod", divide, {2, 2}, "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x."},
    {"pow", raise_to_power, kAny, "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments."},
    {"round", round_number, kAny, "Round a number to a given precision in decimal digits."},
    {"bin", binary_text, {1, 1}, "Return the binary representation of an integer."},
    {"oct", octal_text, {1, 1}, "Return the octal representation of an integer."},
    {"hex", hexadecimal_text, {1, 1}, "Return the hexadecimal representation of an integer."},
    {"chr", character, {1, 1}, "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."},
    {"ord", ordinal, {1, 1}, "Return the Unicode code point for a one-character string."},
};

}  // namespace

std::span<const NativeDescription> number_builtins() { return kFunctions; }

}  // namespace gilsim::python
