// Functions of complex numbers.
#include <cmath>

#include "interpreter/modules/cmath/functions.h"
#include "interpreter/modules/math/math.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/complex.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace cmath {

namespace {

constexpr int64_t kFunctionNs = 60;

bool is_finite(Number z) { return std::isfinite(z.real()) && std::isfinite(z.imag()); }

// A complex number, or what __complex__, __float__ or __index__ makes of an argument. False: an exception is pending.
bool read(Vm& vm, Value value, Number* result) {
  if (is_complex(value)) return *result = value.as<Complex>()->number, true;
  bool failed = false;
  Ref method = is_float(value) || is_int(value) ? Ref() : get_attribute_or_null(vm, value, names.complex_, &failed);
  if (failed) return false;
  if (method) {
    Ref made = call(vm, method);
    if (!made) return false;
    if (is_complex(made)) return *result = made.as<Complex>()->number, true;
    return fail(vm, exceptions::TypeError, "__complex__ returned non-complex (type {})", type_name(made));
  }
  double real;
  if (!as_double(vm, value, &real)) return false;
  *result = real;
  return true;
}

// Finite numbers lead to finite results.
Ref checked(Vm& vm, Number argument, Number result) {
  vm.charge(kFunctionNs);
  return is_finite(argument) && !is_finite(result) ? math::range_error(vm) : make_complex(result);
}

template <Number (*function)(Number)>
Ref of_one(Vm& vm, const Arguments& arguments) {
  Number z;
  return read(vm, arguments[0], &z) ? checked(vm, z, function(z)) : Ref();
}

// Functions of angles have no value at an infinite angle, but for a limit where the other part is infinite, too.
enum class Limit { None, Below, Both };

template <Number (*function)(Number), bool imaginary_angle, Limit limit>
Ref periodic(Vm& vm, const Arguments& arguments) {
  Number z;
  if (!read(vm, arguments[0], &z)) return {};
  const double angle = imaginary_angle ? z.imag() : z.real(), other = imaginary_angle ? z.real() : z.imag();
  const bool has_limit = std::isinf(other) && (limit == Limit::Both || (limit == Limit::Below && other < 0));
  if (std::isinf(angle) && !std::isnan(other) && !has_limit) return math::domain_error(vm);
  return checked(vm, z, function(z));
}

Ref atanh_checked(Vm& vm, const Arguments& arguments) {
  Number z;
  if (!read(vm, arguments[0], &z)) return {};
  if (z.imag() == 0 && std::fabs(z.real()) == 1) return math::domain_error(vm);
  return checked(vm, z, atanh(z));
}
Ref atan_checked(Vm& vm, const Arguments& arguments) {
  Number z;
  if (!read(vm, arguments[0], &z)) return {};
  if (z.real() == 0 && std::fabs(z.imag()) == 1) return math::domain_error(vm);
  return checked(vm, z, atan(z));
}

Ref log(Vm& vm, const Arguments& arguments) {
  Number z, base;
  if (!read(vm, arguments[0], &z)) return {};
  if (z == Number() && arguments.size() == 1) return math::domain_error(vm);
  const Number result = logarithm(z);
  if (arguments.size() == 1) return make_complex(result);
  if (!read(vm, arguments[1], &base)) return {};
  if (base == Number()) return math::domain_error(vm);
  Ref left = make_complex(result), right = make_complex(logarithm(base));
  return binary(vm, Binary::TrueDivide, left, right);
}

Ref log10(Vm& vm, const Arguments& arguments) {
  Number z;
  if (!read(vm, arguments[0], &z)) return {};
  if (z == Number()) return math::domain_error(vm);
  const Number result = logarithm(z);
  return make_complex({result.real() / M_LN10, result.imag() / M_LN10});
}

Ref phase(Vm& vm, const Arguments& arguments) {
  Number z;
  return read(vm, arguments[0], &z) ? make_float(std::atan2(z.imag(), z.real())) : Ref();
}

Ref polar(Vm& vm, const Arguments& arguments) {
  Number z;
  if (!read(vm, arguments[0], &z)) return {};
  const double length = std::hypot(z.real(), z.imag());
  if (std::isinf(length) && is_finite(z)) return raise(vm, exceptions::OverflowError, "math range error");
  return make_tuple({make_float(length), make_float(std::atan2(z.imag(), z.real()))});
}

Ref rect(Vm& vm, const Arguments& arguments) {
  double length, angle;
  if (!as_double(vm, arguments[0], &length) || !as_double(vm, arguments[1], &angle)) return {};
  if (std::isinf(angle) && length != 0 && !std::isnan(length)) return math::domain_error(vm);
  if (length == 0 && !std::isfinite(angle)) return make_complex(0);
  if (angle == 0) return make_complex({length, std::isinf(length) ? std::copysign(angle, length * std::copysign(1, angle)) : length * angle});
  return make_complex({length * std::cos(angle), length * std::sin(angle)});
}

template <bool (*test)(double), bool both>
Ref classify(Vm& vm, const Arguments& arguments) {
  Number z;
  if (!read(vm, arguments[0], &z)) return {};
  return Value::of(both ? test(z.real()) && test(z.imag()) : test(z.real()) || test(z.imag()));
}
bool finite(double x) { return std::isfinite(x); }
bool infinite(double x) { return std::isinf(x); }
bool nan(double x) { return std::isnan(x); }

Ref isclose(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"a", "b", "rel_tol", "abs_tol"};
  Value out[4];
  Number a, b;
  double relative = 1e-9, absolute = 0;
  if (!bind(vm, arguments, {.function = "isclose", .names = kNames, .count = 4, .required = 2, .keyword_only_from = 2}, out) ||
      !read(vm, out[0], &a) || !read(vm, out[1], &b) || (!out[2].is_null() && !as_double(vm, out[2], &relative)) ||
      (!out[3].is_null() && !as_double(vm, out[3], &absolute)))
    return {};
  if (relative < 0 || absolute < 0) return raise(vm, exceptions::ValueError, "tolerances must be non-negative");
  if (a == b) return kTrue;
  if (std::isinf(a.real()) || std::isinf(a.imag()) || std::isinf(b.real()) || std::isinf(b.imag())) return kFalse;
  const double difference = std::abs(a - b);
  return Value::of(difference <= relative * std::abs(b) || difference <= relative * std::abs(a) || difference <= absolute);
}

constexpr NativeDescription kFunctions[] = {
    {"acos", of_one<acos>, {1, 1}},
    {"acosh", of_one<acosh>, {1, 1}},
    {"asin", of_one<asin>, {1, 1}},
    {"asinh", of_one<asinh>, {1, 1}},
    {"atan", atan_checked, {1, 1}},
    {"atanh", atanh_checked, {1, 1}},
    {"cos", periodic<cos, false, Limit::None>, {1, 1}},
    {"cosh", periodic<cosh, true, Limit::None>, {1, 1}},
    {"exp", periodic<exponential, true, Limit::Below>, {1, 1}},
    {"isclose", isclose, kAny},
    {"isfinite", classify<finite, true>, {1, 1}},
    {"isinf", classify<infinite, false>, {1, 1}},
    {"isnan", classify<nan, false>, {1, 1}},
    {"log", log, {1, 2}},
    {"log10", log10, {1, 1}},
    {"phase", phase, {1, 1}},
    {"polar", polar, {1, 1}},
    {"rect", rect, {2, 2}},
    {"sin", periodic<sin, false, Limit::None>, {1, 1}},
    {"sinh", periodic<sinh, true, Limit::None>, {1, 1}},
    {"sqrt", of_one<square_root>, {1, 1}},
    {"tan", periodic<tan, false, Limit::Both>, {1, 1}},
    {"tanh", periodic<tanh, true, Limit::Both>, {1, 1}},
};

bool populate(Vm&, Module* module) {
  const double infinity = HUGE_VAL, none = __builtin_nan("");
  const auto add = [&](const char* name, Ref value) { dict_set_str(module->dictionary, intern(name), value); };
  add("pi", make_float(M_PI));
  add("e", make_float(M_E));
  add("tau", make_float(2 * M_PI));
  add("inf", make_float(infinity));
  add("nan", make_float(none));
  add("infj", make_complex({0, infinity}));
  add("nanj", make_complex({0, none}));
  return true;
}

}  // namespace

}  // namespace cmath

const ModuleDefinition& cmath_module() {
  static const ModuleDefinition module{"cmath", cmath::kFunctions, cmath::populate, "Functions of complex numbers."};
  return module;
}

}  // namespace gilsim::python
