// Integers and floats are here; strings, bytes and tuples are in constant_sequences.cc.
#include "interpreter/compiler/constant_arithmetic.h"

#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>

#include "interpreter/compiler/constant_sequences.h"
#include "interpreter/compiler/constants.h"

namespace gilsim::compiler {
namespace {

using Integer = boost::multiprecision::cpp_int;
using syntax::BinaryOperator;
using syntax::UnaryOperator;

constexpr unsigned kMaximumBits = 128;           // of products, powers and left shifts
constexpr size_t kMaximumHexadecimalDigits = 1024;  // that are still turned to decimal

Integer magnitude_of(std::string_view digits) {
  if (digits.size() > 2 && digits[1] == 'o') return Integer("0" + std::string(digits.substr(2)));
  if (digits.size() > 2 && digits[1] == 'b') {
    Integer value = 0;
    for (char digit : digits.substr(2)) value = (value << 1) | (digit - '0');
    return value;
  }
  if (digits.size() > 2 && digits[1] == 'x') return Integer(std::string(digits));
  const size_t first = digits.find_first_not_of('0');  // a leading zero would mean octal
  return first == std::string_view::npos ? Integer(0) : Integer(std::string(digits.substr(first)));
}

Integer to_integer(std::string_view digits) {
  return digits[0] == '-' ? Integer(-magnitude_of(digits.substr(1))) : magnitude_of(digits);
}

std::optional<Integer> as_integer(const Constant& constant) {
  if (const bool* value = std::get_if<bool>(&constant)) return Integer(*value ? 1 : 0);
  const auto* value = std::get_if<IntegerConstant>(&constant);
  if (value == nullptr || value->digits.size() > 5000) return std::nullopt;
  return to_integer(value->digits);
}

Constant from_integer(const Integer& value) { return IntegerConstant{value.str()}; }

unsigned bit_length(const Integer& value) {
  return value == 0 ? 0 : static_cast<unsigned>(msb(boost::multiprecision::abs(value))) + 1;
}

Integer floor_divide(const Integer& left, const Integer& right) {
  Integer quotient = left / right;
  if ((left < 0) != (right < 0) && quotient * right != left) --quotient;
  return quotient;
}

// Correctly rounded for |value| < 2**1024: the decimal text is read back by strtod.
std::optional<double> to_double(const Integer& value) {
  if (bit_length(value) > 1024) return std::nullopt;
  const double result = std::strtod(value.str().c_str(), nullptr);
  return std::isinf(result) ? std::nullopt : std::optional(result);
}

std::optional<Constant> true_divide(const Integer& left, const Integer& right) {
  // Exact operands give a correctly rounded quotient; larger ones are left to run time, which does it exactly.
  if (right == 0 || bit_length(left) > 53 || bit_length(right) > 53) return std::nullopt;
  return Constant(*to_double(left) / *to_double(right));
}

std::optional<Constant> integer_power(const Integer& left, const Integer& right) {
  if (right < 0) {
    if (left == 0 || bit_length(left) > 53 || bit_length(right) > 10) return std::nullopt;
    return Constant(std::pow(*to_double(left), *to_double(right)));
  }
  if (left != 0 && right != 0) {
    if (bit_length(right) > 8 || bit_length(left) * right.convert_to<unsigned>() > kMaximumBits) return std::nullopt;
  }
  if (right == 0) return from_integer(1);
  if (left == 0) return from_integer(0);
  return from_integer(pow(left, right.convert_to<unsigned>()));
}

std::optional<Constant> left_shift(const Integer& left, const Integer& right) {
  if (right < 0) return std::nullopt;
  if (left == 0 || right == 0) return from_integer(left);
  if (right > kMaximumBits || bit_length(left) + right.convert_to<unsigned>() > kMaximumBits) return std::nullopt;
  return from_integer(left << right.convert_to<unsigned>());
}

std::optional<Constant> right_shift(const Integer& left, const Integer& right) {
  if (right < 0) return std::nullopt;
  if (right > bit_length(left)) return from_integer(left < 0 ? -1 : 0);
  return from_integer(floor_divide(left, Integer(1) << right.convert_to<unsigned>()));
}

std::optional<Constant> fold_integers(const Integer& left, BinaryOperator op, const Integer& right) {
  switch (op) {
    case BinaryOperator::Add: return from_integer(left + right);
    case BinaryOperator::Subtract: return from_integer(left - right);
    case BinaryOperator::Multiply:
      if (left != 0 && right != 0 && bit_length(left) + bit_length(right) > kMaximumBits) return std::nullopt;
      return from_integer(left * right);
    case BinaryOperator::TrueDivide: return true_divide(left, right);
    case BinaryOperator::FloorDivide:
      if (right == 0) return std::nullopt;
      return from_integer(floor_divide(left, right));
    case BinaryOperator::Modulo:
      if (right == 0) return std::nullopt;
      return from_integer(left - floor_divide(left, right) * right);
    case BinaryOperator::Power: return integer_power(left, right);
    case BinaryOperator::LeftShift: return left_shift(left, right);
    case BinaryOperator::RightShift: return right_shift(left, right);
    case BinaryOperator::BitAnd: return from_integer(left & right);
    case BinaryOperator::BitOr: return from_integer(left | right);
    case BinaryOperator::BitXor: return from_integer(left ^ right);
    case BinaryOperator::MatrixMultiply: return std::nullopt;
  }
  return std::nullopt;
}

double python_modulo(double left, double right) {
  double remainder = std::fmod(left, right);
  if (remainder != 0) return (right < 0) != (remainder < 0) ? remainder + right : remainder;
  return std::copysign(0.0, right);
}

double python_floor_divide(double left, double right) {
  const double exact = (left - python_modulo(left, right)) / right;
  if (exact == 0) return std::copysign(0.0, left / right);
  const double floor = std::floor(exact);
  return exact - floor > 0.5 ? floor + 1 : floor;
}

std::optional<Constant> fold_float_power(double left, double right) {
  if (left == 0 && right < 0) return std::nullopt;
  if (left < 0 && std::floor(right) != right) return std::nullopt;  // complex
  const double result = std::pow(left, right);
  if (std::isinf(result) && !std::isinf(left) && !std::isinf(right)) return std::nullopt;  // OverflowError
  return Constant(result);
}

std::optional<Constant> fold_doubles(double left, BinaryOperator op, double right) {
  switch (op) {
    case BinaryOperator::Add: return Constant(left + right);
    case BinaryOperator::Subtract: return Constant(left - right);
    case BinaryOperator::Multiply: return Constant(left * right);
    case BinaryOperator::TrueDivide: return right == 0 ? std::nullopt : std::optional(Constant(left / right));
    case BinaryOperator::FloorDivide:
      return right == 0 ? std::nullopt : std::optional(Constant(python_floor_divide(left, right)));
    case BinaryOperator::Modulo:
      return right == 0 ? std::nullopt : std::optional(Constant(python_modulo(left, right)));
    case BinaryOperator::Power: return fold_float_power(left, right);
    default: return std::nullopt;
  }
}

std::optional<double> as_double(const Constant& constant) {
  if (const double* value = std::get_if<double>(&constant)) return *value;
  const std::optional<Integer> integer = as_integer(constant);
  return integer ? to_double(*integer) : std::nullopt;
}

std::optional<ImaginaryConstant> as_complex(const Constant& constant) {
  if (const auto* value = std::get_if<ImaginaryConstant>(&constant)) return *value;
  const std::optional<double> real = as_double(constant);
  return real ? std::optional(ImaginaryConstant{0.0, *real}) : std::nullopt;
}

std::optional<Constant> fold_complexes(ImaginaryConstant left, BinaryOperator op, ImaginaryConstant right) {
  switch (op) {
    case BinaryOperator::Add: return ImaginaryConstant{left.imaginary + right.imaginary, left.real + right.real};
    case BinaryOperator::Subtract: return ImaginaryConstant{left.imaginary - right.imaginary, left.real - right.real};
    case BinaryOperator::Multiply:
      return ImaginaryConstant{left.real * right.imaginary + left.imaginary * right.real,
                               left.real * right.real - left.imaginary * right.imaginary};
    default: return std::nullopt;
  }
}

std::optional<Constant> fold_numbers(const Constant& left, BinaryOperator op, const Constant& right) {
  if (std::holds_alternative<ImaginaryConstant>(left) || std::holds_alternative<ImaginaryConstant>(right)) {
    const auto first = as_complex(left), second = as_complex(right);
    return first && second ? fold_complexes(*first, op, *second) : std::nullopt;
  }
  if (std::holds_alternative<double>(left) || std::holds_alternative<double>(right)) {
    const auto first = as_double(left), second = as_double(right);
    return first && second ? fold_doubles(*first, op, *second) : std::nullopt;
  }
  const auto first = as_integer(left), second = as_integer(right);
  if (!first || !second) return std::nullopt;
  const bool bitwise =
      op == BinaryOperator::BitAnd || op == BinaryOperator::BitOr || op == BinaryOperator::BitXor;
  if (bitwise && std::holds_alternative<bool>(left) && std::holds_alternative<bool>(right)) {
    return Constant(is_true(*fold_integers(*first, op, *second)));
  }
  return fold_integers(*first, op, *second);
}

}  // namespace

std::string canonical_digits(std::string_view digits) {
  const bool is_prefixed = digits.size() > 2 && (digits[1] < '0' || digits[1] > '9');
  if (!is_prefixed) {
    const size_t first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? "0" : std::string(digits.substr(first));
  }
  if (digits.size() > kMaximumHexadecimalDigits) return std::string(digits);
  return magnitude_of(digits).str();
}

std::optional<Constant> fold_binary(const Constant& left, BinaryOperator op, const Constant& right) {
  if (std::optional<Constant> result = fold_sequences(left, op, right)) return result;
  return fold_numbers(left, op, right);
}

std::optional<Constant> fold_unary(UnaryOperator op, const Constant& operand) {
  if (op == UnaryOperator::Not) return Constant(!is_true(operand));
  if (const double* value = std::get_if<double>(&operand)) {
    if (op == UnaryOperator::Negative) return Constant(-*value);
    return op == UnaryOperator::Positive ? std::optional(operand) : std::nullopt;
  }
  if (const auto* value = std::get_if<ImaginaryConstant>(&operand)) {
    if (op == UnaryOperator::Negative) return ImaginaryConstant{-value->imaginary, -value->real};
    return op == UnaryOperator::Positive ? std::optional(operand) : std::nullopt;
  }
  const std::optional<Integer> value = as_integer(operand);
  if (!value) return std::nullopt;
  if (op == UnaryOperator::Negative) return from_integer(-*value);
  if (op == UnaryOperator::Positive) return from_integer(*value);
  return from_integer(-*value - 1);
}

std::optional<Constant> fold_subscript(const Constant& container, const Constant& key) {
  const std::optional<Integer> index = as_integer(key);
  if (!index || bit_length(*index) > 62) return std::nullopt;
  return fold_index(container, index->convert_to<int64_t>());
}

}  // namespace gilsim::compiler
