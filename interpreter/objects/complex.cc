#include "interpreter/objects/complex.h"

#include <cmath>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/format_spec.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/number_format.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type complex_type;

Ref make_complex(std::complex<double> number) {
  auto* object = allocate_object<Complex>(&complex_type);
  object->number = number;
  return Ref::take(object);
}

namespace {

using Number = std::complex<double>;

Number number_of(Value self) { return self.as<Complex>()->number; }

void destroy_complex(Object* object) { free_object(object, sizeof(Complex)); }

// complex, float or int as a complex number: 1 yes, 0 no, -1 exception.
int read(Vm& vm, Value value, Number* number) {
  if (is_complex(value)) return *number = number_of(value), 1;
  double real;
  if (is_float(value)) return *number = value.as<Float>()->number, 1;
  if (!is_int(value)) return 0;
  if (!int_to_double(vm, value, &real)) return -1;
  return *number = real, 1;
}

template <class Compute>
Ref with_operands(Vm& vm, Value left, Value right, Compute compute) {
  Number a, b;
  int status = read(vm, left, &a);
  if (status == 1) status = read(vm, right, &b);
  if (status != 1) return status == 0 ? Ref(kNotImplemented) : Ref();
  return compute(a, b);
}

// Written out: the standard library's product repairs infinities in a way Python does not.
Number product(Number a, Number b) {
  return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

// Smith's division: scaled by the larger part of the divisor. REQUIRES: b != 0.
Number quotient(Number a, Number b) {
  if (std::fabs(b.real()) >= std::fabs(b.imag())) {
    double ratio = b.imag() / b.real(), divisor = b.real() + b.imag() * ratio;
    return {(a.real() + a.imag() * ratio) / divisor, (a.imag() - a.real() * ratio) / divisor};
  }
  double ratio = b.real() / b.imag(), divisor = b.real() * ratio + b.imag();
  return {(a.real() * ratio + a.imag()) / divisor, (a.imag() * ratio - a.real()) / divisor};
}

Ref add(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [](Number a, Number b) { return make_complex(a + b); });
}
Ref subtract(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [](Number a, Number b) { return make_complex(a - b); });
}
Ref multiply(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [](Number a, Number b) { return make_complex(product(a, b)); });
}
Ref divide(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [&](Number a, Number b) {
    if (b == Number()) return raise(vm, exceptions::ZeroDivisionError, "complex division by zero");
    return make_complex(quotient(a, b));
  });
}
Ref power(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [&](Number a, Number b) { return complex_power(vm, a, b); });
}

Ref compare_complex(Vm&, Value self, Value other, CompareOperator op) {
  if (op != CompareOperator::Equal && op != CompareOperator::NotEqual) return kNotImplemented;
  bool equal;
  if (is_complex(other)) {
    equal = number_of(self) == number_of(other);
  } else if (is_float(other)) {
    equal = number_of(self) == other.as<Float>()->number;
  } else if (is_int(other)) {
    Number number = number_of(self);
    bool whole =
        number.imag() == 0 && std::isfinite(number.real()) && number.real() == std::trunc(number.real());
    equal = whole && int_compare(make_int_from_double(number.real()), other) == 0;
  } else {
    return kNotImplemented;
  }
  return Value::of(equal == (op == CompareOperator::Equal));
}

std::string without_point_zero(std::string text) {
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}
std::string part_text(double part) { return without_point_zero(float_repr(part)); }

Ref repr_complex(Vm&, Value self) {
  Number number = number_of(self);
  std::string imaginary = part_text(number.imag()) + "j";
  if (number.real() == 0 && !std::signbit(number.real())) return make_ascii_str(imaginary);
  std::string_view plus = imaginary[0] == '-' ? "" : "+";
  return make_ascii_str("(" + part_text(number.real()) + std::string(plus) + imaginary + ")");
}

bool hash_complex(Vm&, Value self, Hash* result) {
  Number number = number_of(self);
  auto combined = static_cast<uint64_t>(float_hash(self, number.real())) +
                  1000003 * static_cast<uint64_t>(float_hash(self, number.imag()));
  *result = static_cast<Hash>(combined);
  if (*result == -1) *result = -2;
  return true;
}

int truth_of_complex(Vm&, Value self) { return number_of(self) != Number(); }
Ref negate_complex(Vm&, Value self) { return make_complex(-number_of(self)); }
Ref plain_complex(Vm&, Value self) { return make_complex(number_of(self)); }
Ref absolute(Vm& vm, Value self) {
  Number number = number_of(self);
  double result = std::hypot(number.real(), number.imag());
  if (std::isinf(result) && std::isfinite(number.real()) && std::isfinite(number.imag()))
    return raise(vm, exceptions::OverflowError, "absolute value too large");
  return make_float(result);
}

// --- complex(real, imag), complex("1+2j") ---

// The number that `text` begins with, as long as possible; how many characters it takes (0: none).
size_t leading_number(std::string_view text, double* number) {
  size_t end = 0;
  if (end < text.size() && (text[end] == '+' || text[end] == '-')) ++end;
  while (end < text.size() && text[end] != 'j' && text[end] != 'J' &&
         ((text[end] != '+' && text[end] != '-') || (text[end - 1] | 32) == 'e')) ++end;
  return end && parse_float(text.substr(0, end), number) && text[0] != ' ' && text[end - 1] != ' ' ? end : 0;
}

bool parse_complex(std::string_view text, Number* result) {
  auto trim = [&] {
    while (!text.empty() && (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r')))
      text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || (text.back() >= '\t' && text.back() <= '\r')))
      text.remove_suffix(1);
  };
  trim();
  if (text.size() > 1 && text.front() == '(' && text.back() == ')') {
    text = text.substr(1, text.size() - 2);
    trim();
  }
  // A number, an imaginary number, or one and then the other. A bare sign before j means 1.
  auto imaginary_unit = [](std::string_view rest, double* part) {
    if (rest == "j" || rest == "J" || rest == "+j" || rest == "+J") return *part = 1, true;
    if (rest == "-j" || rest == "-J") return *part = -1, true;
    return false;
  };
  auto is_imaginary = [&](std::string_view rest, double* part) {
    if (imaginary_unit(rest, part)) return true;
    size_t size = leading_number(rest, part);
    return size && size + 1 == rest.size() && (rest[size] | 32) == 'j';
  };
  double first, second = 0;
  if (is_imaginary(text, &first)) return *result = {0, first}, true;
  size_t size = leading_number(text, &first);
  if (size == 0) return false;
  std::string_view rest = text.substr(size);
  if (rest.empty()) return *result = first, true;
  if ((rest[0] != '+' && rest[0] != '-') || !is_imaginary(rest, &second)) return false;
  *result = {first, second};
  return true;
}

// An argument of the constructor as a complex number; false with an exception pending.
bool read_argument(Vm& vm, Value value, const char* which, Number* number) {
  int status = read(vm, value, number);
  if (status != 0) return status == 1;
  bool failed = false;
  Ref method = get_attribute_or_null(vm, value, names.complex_, &failed);
  if (failed) return false;
  if (method && std::string_view(which) == "first") {
    Ref result = call(vm, method);
    if (!result) return false;
    if (is_complex(result)) return *number = number_of(result), true;
    (void)raise(vm, exceptions::TypeError, "{}.__complex__() returned non-complex (type {})",
                type_name(value), type_name(result));
    return false;
  }
  const Operations& operations = type_of(value)->operations;
  if (operations.to_float || operations.index) {
    double real;
    if (!as_double(vm, value, &real)) return false;
    return *number = real, true;
  }
  bool first = std::string_view(which) == "first";
  (void)raise(vm, exceptions::TypeError, "complex() {} argument must be a {}number, not '{}'", which,
              first ? "string or a " : "", type_name(value));
  return false;
}

Ref create_complex(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"real", "imag"};
  Value out[2];
  if (!bind(vm, arguments, {.function = "complex", .names = kNames, .count = 2}, out)) return {};
  Number real, imaginary;
  if (!out[0].is_null() && is_str(out[0])) {
    if (!out[1].is_null())
      return raise(vm, exceptions::TypeError, "complex() can't take second arg if first is a string");
    if (!parse_complex(ascii_digits(out[0].as<Str>()), &real))
      return raise(vm, exceptions::ValueError, "complex() arg is a malformed string");
  } else if (!out[0].is_null() && !read_argument(vm, out[0], "first", &real)) {
    return {};
  }
  if (!out[1].is_null()) {
    if (is_str(out[1])) return raise(vm, exceptions::TypeError, "complex() second arg can't be a string");
    if (!read_argument(vm, out[1], "second", &imaginary)) return {};
    // A part that is not there is not added: -0.0 stays as it was given.
    bool first_complex = !out[0].is_null() && is_complex(out[0]);
    real = {is_complex(out[1]) ? real.real() - imaginary.imag() : real.real(),
            first_complex ? real.imag() + imaginary.real() : imaginary.real()};
  }
  Ref result = make_complex(real);
  if (type == &complex_type) return result;
  auto* object = allocate_object<Complex>(type);
  object->number = real;
  return Ref::take(object);
}

Ref conjugate(Vm&, const Arguments& arguments) { return make_complex(std::conj(number_of(arguments[0]))); }
Ref complex_itself(Vm&, const Arguments& arguments) { return make_complex(number_of(arguments[0])); }

Ref format_method(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1]))
    return raise(vm, exceptions::TypeError, "__format__() argument must be str, not {}",
                 type_name(arguments[1]));
  auto* text = arguments[1].as<Str>();
  if (text->length == 0) return str(vm, arguments[0]);
  FormatSpec spec;
  if (!parse_format_spec(vm, text, arguments[0], '>', &spec)) return {};
  if (spec.fill == '0')
    return raise(vm, exceptions::ValueError, "Zero padding is not allowed in complex format specifier");
  if (spec.align == '=')
    return raise(vm, exceptions::ValueError, "'=' alignment flag is not allowed in complex format specifier");
  bool bare = spec.type == 0;
  // The parts have the specification without width; without a type code they look as in repr, in parentheses.
  auto part = [&](double number, char sign) {
    FormatSpec own = spec;
    own.width = -1;
    if (sign) own.sign = sign;
    Ref text_of_part = format_float_part(vm, arguments[0], number, own);
    return text_of_part && bare ? make_ascii_str(without_point_zero(to_utf8(text_of_part))) : text_of_part;
  };
  Number number = number_of(arguments[0]);
  bool only_imaginary = bare && number.real() == 0 && !std::signbit(number.real());
  Ref real = only_imaginary ? empty_str() : part(number.real(), 0);
  Ref imaginary = real ? part(number.imag(), only_imaginary ? 0 : '+') : Ref();
  if (!imaginary) return {};
  std::string whole = to_utf8(real) + to_utf8(imaginary) + "j";
  Ref joined = make_ascii_str(bare && !only_imaginary ? "(" + whole + ")" : whole);
  spec.precision = -1;
  return pad(vm, joined.as<Str>(), spec);
}

Ref real(Vm&, Value self) { return make_float(number_of(self).real()); }
Ref imag(Vm&, Value self) { return make_float(number_of(self).imag()); }

constexpr NativeDescription kMethods[] = {{"conjugate", conjugate, {0, 0}},
                                          {"__complex__", complex_itself, {0, 0}},
                                          {"__format__", format_method, {1, 1}}};
constexpr GetterDescription kGetters[] = {{"real", real}, {"imag", imag}};

// base ** n by repeated products, as small whole exponents are computed.
Number whole_power(Number base, int n) {
  Number result = 1, square = base;
  for (int left = std::abs(n); left; left >>= 1) {
    if (left & 1) result = product(result, square);
    square = product(square, square);
  }
  return n < 0 ? quotient(1, result) : result;
}

}  // namespace

Ref complex_power(Vm& vm, Number base, Number exponent) {
  if (base == Number()) {
    if (exponent == Number()) return make_complex(1);
    if (exponent.imag() != 0 || exponent.real() < 0)
      return raise(vm, exceptions::ZeroDivisionError, "0.0 to a negative or complex power");
    return make_complex(0);
  }
  Number result;
  if (exponent.imag() == 0 && exponent.real() == std::floor(exponent.real()) &&
      std::fabs(exponent.real()) <= 100) {
    result = whole_power(base, static_cast<int>(exponent.real()));
  } else {
    double magnitude = std::hypot(base.real(), base.imag()), angle = std::atan2(base.imag(), base.real());
    double length = std::pow(magnitude, exponent.real()), phase = angle * exponent.real();
    if (exponent.imag() != 0) {
      length *= std::exp(-angle * exponent.imag());
      phase += exponent.imag() * std::log(magnitude);
    }
    result = {length * std::cos(phase), length * std::sin(phase)};
  }
  if (!std::isfinite(result.real()) || !std::isfinite(result.imag()))
    return raise(vm, exceptions::OverflowError, "complex exponentiation");
  return make_complex(result);
}

void define_complex_types() {
  Operations operations{.destroy = destroy_complex,
                        .repr = repr_complex,
                        .hash = hash_complex,
                        .compare = compare_complex,
                        .truth = truth_of_complex,
                        .create = create_complex,
                        .negative = negate_complex,
                        .positive = plain_complex,
                        .absolute = absolute};
  operations.binary[static_cast<int>(Binary::Add)] = add;
  operations.binary[static_cast<int>(Binary::Subtract)] = subtract;
  operations.binary[static_cast<int>(Binary::Multiply)] = multiply;
  operations.binary[static_cast<int>(Binary::TrueDivide)] = divide;
  operations.binary[static_cast<int>(Binary::Power)] = power;
  define_type(complex_type, {.name = "complex",
                             .base = nullptr,
                             .basic_size = sizeof(Complex),
                             .flags = kSubclassable | kImmutable,
                             .operations = operations,
                             .methods = kMethods,
                             .getters = kGetters,
                             .doc = "Complex numbers: two floats."});
}

}  // namespace gilsim::python
