// The math module: functions of floats by the C library, with Python's errors for arguments outside their
// domain.
#include "interpreter/modules/math/math.h"

#include <cmath>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace math {

Ref domain_error(Vm& vm) { return raise(vm, exceptions::ValueError, "math domain error"); }
Ref range_error(Vm& vm) { return raise(vm, exceptions::OverflowError, "math range error"); }

namespace {

enum class Overflow { Range, Domain };  // what an infinite result of a finite argument means

// The result of a function of x: NaN out of a number is a domain error.
Ref checked(Vm& vm, double x, double result, Overflow overflow) {
  if (std::isnan(result) && !std::isnan(x)) return domain_error(vm);
  if (std::isinf(result) && std::isfinite(x))
    return overflow == Overflow::Range ? range_error(vm) : domain_error(vm);
  return make_float(result);
}

template <double (*function)(double), Overflow overflow = Overflow::Domain>
Ref of_one(Vm& vm, const Arguments& arguments) {
  double x;
  return as_double(vm, arguments[0], &x) ? checked(vm, x, function(x), overflow) : Ref();
}

bool read_two(Vm& vm, const Arguments& arguments, double* x, double* y) {
  return as_double(vm, arguments[0], x) && as_double(vm, arguments[1], y);
}

template <double (*function)(double, double)>
Ref of_two(Vm& vm, const Arguments& arguments) {
  double x, y;
  if (!read_two(vm, arguments, &x, &y)) return {};
  double result = function(x, y);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return domain_error(vm);
  if (std::isinf(result) && std::isfinite(x) && std::isfinite(y)) return range_error(vm);
  return make_float(result);
}

template <bool (*predicate)(double)>
Ref test(Vm& vm, const Arguments& arguments) {
  double x;
  return as_double(vm, arguments[0], &x) ? Ref(Value::of(predicate(x))) : Ref();
}
bool is_finite(double x) { return std::isfinite(x); }
bool is_infinite(double x) { return std::isinf(x); }
bool is_nan(double x) { return std::isnan(x); }

double degrees_of(double x) { return x * (180.0 / M_PI); }
double radians_of(double x) { return x * (M_PI / 180.0); }
double error_function(double x) { return std::erf(x); }
double complementary_error_function(double x) { return std::erfc(x); }

// The product below n for the whole numbers whose factorials are exact; the poles are domain errors.
double gamma_of(double x) {
  if (x == std::floor(x) && x <= 0) return std::isinf(x) || x < 0 ? std::nan("") : std::copysign(HUGE_VAL, x);
  if (x == std::floor(x) && x <= 23) {
    double product = 1;
    for (int i = 2; i < static_cast<int>(x); ++i) product *= i;
    return product;
  }
  return std::tgamma(x);
}

Ref gamma(Vm& vm, const Arguments& arguments) {
  double x;
  if (!as_double(vm, arguments[0], &x)) return {};
  if (x == 0) return domain_error(vm);
  return checked(vm, x, gamma_of(x), Overflow::Range);
}

Ref lgamma(Vm& vm, const Arguments& arguments) {
  double x;
  if (!as_double(vm, arguments[0], &x)) return {};
  if (x == std::floor(x) && x <= 0 && std::isfinite(x)) return domain_error(vm);
  if (x == 1 || x == 2) return make_float(0.0);
  int sign;
  return checked(vm, x, lgamma_r(x, &sign), Overflow::Range);
}

Ref power(Vm& vm, const Arguments& arguments) {
  double x, y;
  if (!read_two(vm, arguments, &x, &y)) return {};
  double result = std::pow(x, y);
  bool finite = std::isfinite(x) && std::isfinite(y);
  if (finite && std::isnan(result)) return domain_error(vm);
  if (finite && std::isinf(result)) return x == 0 ? domain_error(vm) : range_error(vm);
  return make_float(result);
}

Ref frexp(Vm& vm, const Arguments& arguments) {
  double x;
  if (!as_double(vm, arguments[0], &x)) return {};
  int exponent = 0;
  Ref fraction = make_float(std::isfinite(x) ? std::frexp(x, &exponent) : x);
  return make_tuple({fraction, Value::small(exponent)});
}

Ref ldexp(Vm& vm, const Arguments& arguments) {
  double x;
  int64_t exponent;
  if (!as_double(vm, arguments[0], &x)) return {};
  if (!is_int(arguments[1]))
    return raise(vm, exceptions::TypeError, "Expected an int as second argument to ldexp.");
  if (!as_int64_clamped(vm, arguments[1], &exponent)) return {};
  exponent = std::max<int64_t>(-100000, std::min<int64_t>(exponent, 100000));
  return checked(vm, x, std::ldexp(x, static_cast<int>(exponent)), Overflow::Range);
}

Ref modf(Vm& vm, const Arguments& arguments) {
  double x, whole;
  if (!as_double(vm, arguments[0], &x)) return {};
  double fraction = std::modf(x, &whole);
  Ref first = make_float(fraction), second = make_float(whole);
  return make_tuple({first, second});
}

Ref ulp(Vm& vm, const Arguments& arguments) {
  double x;
  if (!as_double(vm, arguments[0], &x)) return {};
  x = std::fabs(x);
  if (!std::isfinite(x)) return make_float(x);
  double next = std::nextafter(x, HUGE_VAL);
  return make_float(std::isinf(next) ? x - std::nextafter(x, 0.0) : next - x);
}

Ref nextafter(Vm& vm, const Arguments& arguments) {
  double x, y;
  return read_two(vm, arguments, &x, &y) ? make_float(std::nextafter(x, y)) : Ref();
}

Ref copysign(Vm& vm, const Arguments& arguments) {
  double x, y;
  return read_two(vm, arguments, &x, &y) ? make_float(std::copysign(x, y)) : Ref();
}

Ref isclose(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"a", "b", "rel_tol", "abs_tol"};
  Value out[4];
  ParameterList parameters{
      .function = "isclose", .names = kNames, .count = 4, .required = 2, .keyword_only_from = 2};
  if (!bind(vm, arguments, parameters, out)) return {};
  double a, b, relative = 1e-9, absolute = 0;
  if (!as_double(vm, out[0], &a) || !as_double(vm, out[1], &b)) return {};
  if (!out[2].is_null() && !as_double(vm, out[2], &relative)) return {};
  if (!out[3].is_null() && !as_double(vm, out[3], &absolute)) return {};
  if (relative < 0 || absolute < 0)
    return raise(vm, exceptions::ValueError, "tolerances must be non-negative");
  if (a == b) return kTrue;
  if (std::isinf(a) || std::isinf(b)) return kFalse;
  double difference = std::fabs(b - a);
  return Value::of(difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) ||
                   difference <= absolute);
}

bool populate(Vm&, Module* module) {
  auto set = [&](const char* name, double number) {
    dict_set_str(module->dictionary, intern(name), make_float(number));
  };
  set("pi", M_PI);
  set("e", M_E);
  set("tau", 2 * M_PI);
  set("inf", HUGE_VAL);
  set("nan", std::nan(""));
  return true;
}

constexpr NativeDescription kFunctions[] = {
    {"acos", of_one<std::acos>, {1, 1}},
    {"acosh", of_one<std::acosh>, {1, 1}},
    {"asin", of_one<std::asin>, {1, 1}},
    {"asinh", of_one<std::asinh>, {1, 1}},
    {"atan", of_one<std::atan>, {1, 1}},
    {"atan2", of_two<std::atan2>, {2, 2}},
    {"atanh", of_one<std::atanh>, {1, 1}},
    {"cbrt", of_one<std::cbrt>, {1, 1}},
    {"ceil", ceil, {1, 1}},
    {"comb", comb, {2, 2}},
    {"copysign", copysign, {2, 2}},
    {"cos", of_one<std::cos>, {1, 1}},
    {"cosh", of_one<std::cosh, Overflow::Range>, {1, 1}},
    {"degrees", of_one<degrees_of, Overflow::Range>, {1, 1}},
    {"dist", dist, {2, 2}},
    {"erf", of_one<error_function>, {1, 1}},
    {"erfc", of_one<complementary_error_function>, {1, 1}},
    {"exp", of_one<std::exp, Overflow::Range>, {1, 1}},
    {"exp2", of_one<std::exp2, Overflow::Range>, {1, 1}},
    {"expm1", of_one<std::expm1, Overflow::Range>, {1, 1}},
    {"fabs", of_one<std::fabs>, {1, 1}},
    {"factorial", factorial, {1, 1}},
    {"floor", floor, {1, 1}},
    {"fmod", of_two<std::fmod>, {2, 2}},
    {"frexp", frexp, {1, 1}},
    {"fsum", fsum, {1, 1}},
    {"gamma", gamma, {1, 1}},
    {"gcd", gcd, {0, -1}},
    {"hypot", hypot, {0, -1}},
    {"isclose", isclose, kAny},
    {"isfinite", test<is_finite>, {1, 1}},
    {"isinf", test<is_infinite>, {1, 1}},
    {"isnan", test<is_nan>, {1, 1}},
    {"isqrt", isqrt, {1, 1}},
    {"lcm", lcm, {0, -1}},
    {"ldexp", ldexp, {2, 2}},
    {"lgamma", lgamma, {1, 1}},
    {"log", log, {0, -1}},
    {"log10", log10, {1, 1}},
    {"log1p", of_one<std::log1p>, {1, 1}},
    {"log2", log2, {1, 1}},
    {"modf", modf, {1, 1}},
    {"nextafter", nextafter, {2, 2}},
    {"perm", perm, {1, 2}},
    {"pow", power, {2, 2}},
    {"prod", prod, kAny},
    {"radians", of_one<radians_of>, {1, 1}},
    {"remainder", of_two<std::remainder>, {2, 2}},
    {"sin", of_one<std::sin>, {1, 1}},
    {"sinh", of_one<std::sinh, Overflow::Range>, {1, 1}},
    {"sqrt", of_one<std::sqrt>, {1, 1}},
    {"tan", of_one<std::tan>, {1, 1}},
    {"tanh", of_one<std::tanh>, {1, 1}},
    {"trunc", trunc, {1, 1}},
    {"ulp", ulp, {1, 1}},
};

}  // namespace

}  // namespace math

const ModuleDefinition& math_module() {
  static const ModuleDefinition module{"math", math::kFunctions, math::populate,
                                       "Functions of real numbers, as the C standard defines them."};
  return module;
}

}  // namespace gilsim::python
