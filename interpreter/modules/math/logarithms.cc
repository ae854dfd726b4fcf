// Logarithms, also of ints too large for a float.
#include <cmath>

#include "interpreter/modules/math/math.h"
#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"

namespace gilsim::python::math {
namespace {

// An int as fraction * 2 ** exponent with the fraction in [0.5, 1).
double fraction_of(const BigNumber& number, int64_t* exponent) {
  *exponent = bit_length(number);
  int64_t excess = *exponent - 64;
  BigNumber top = excess > 0 ? BigNumber(number >> static_cast<unsigned long>(excess)) : number;
  int shift;
  double fraction = std::frexp(big_to_double(top), &shift);
  *exponent = shift + std::max<int64_t>(excess, 0);
  return fraction;
}

// The logarithm of any positive number; false with an exception pending.
bool logarithm(Vm& vm, Value value, double (*function)(double), double* result) {
  if (is_int(value)) {
    if (int_sign(value) <= 0) return (void)domain_error(vm), false;
    BigNumber storage;
    const BigNumber& number = big_view(value, storage);
    double x = big_to_double(number);
    if (std::isfinite(x)) return *result = function(x), true;
    int64_t exponent;
    double fraction = fraction_of(number, &exponent);
    *result = function(fraction) + function(2.0) * static_cast<double>(exponent);
    return true;
  }
  double x;
  if (!as_double(vm, value, &x)) return false;
  if (x <= 0) return (void)domain_error(vm), false;
  return *result = function(x), true;
}

double natural(double x) { return std::log(x); }
double binary(double x) { return std::log2(x); }
double decimal(double x) { return std::log10(x); }

Ref logarithm_of(Vm& vm, const Arguments& arguments, double (*function)(double)) {
  double result;
  return logarithm(vm, arguments[0], function, &result) ? make_float(result) : Ref();
}

}  // namespace

Ref log(Vm& vm, const Arguments& arguments) {
  if (arguments.size() < 1 || arguments.size() > 2)
    return raise(vm, exceptions::TypeError, "math.log requires 1 to 2 arguments");
  double result, base;
  if (!logarithm(vm, arguments[0], natural, &result)) return {};
  if (arguments.size() == 1) return make_float(result);
  if (!logarithm(vm, arguments[1], natural, &base)) return {};
  if (base == 0) return raise(vm, exceptions::ZeroDivisionError, "float division by zero");
  return make_float(result / base);
}

Ref log2(Vm& vm, const Arguments& arguments) { return logarithm_of(vm, arguments, binary); }
Ref log10(Vm& vm, const Arguments& arguments) { return logarithm_of(vm, arguments, decimal); }

}  // namespace gilsim::python::math
