// Functions of ints: factorial, combinations, roots, divisors; and rounding to whole numbers.
#include <cmath>

#include "interpreter/modules/math/math.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/long_arithmetic.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python::math {

Ref integer_of(Vm& vm, Value value) {
  if (is_int(value)) return int_plain(value);
  if (!type_of(value)->operations.index)
    return raise(vm, exceptions::TypeError, "'{}' object cannot be interpreted as an integer",
                 type_name(value));
  return python::index(vm, value);
}

namespace {

// To be asked between the steps of work that may be long.
bool goes_on(Vm& vm) { return vm.thread->budget >= 0 || !vm.goes_on || vm.goes_on(vm); }

// first * (first + 1) * … * last by halves, so that the factors of a product are about equally long.
bool product_of_range(Vm& vm, uint64_t first, uint64_t last, BigNumber* product) {
  if (last < first + 16) {
    *product = 1;
    for (uint64_t i = first; i <= last; ++i) *product *= i;
    return begin_work(vm, 64);
  }
  const uint64_t middle = first + (last - first) / 2;
  BigNumber low, high;
  return product_of_range(vm, first, middle, &low) && product_of_range(vm, middle + 1, last, &high) && multiply(vm, low, high, product);
}

Ref factorial_of(Vm& vm, Value value) {
  if (int_sign(value) < 0)
    return raise(vm, exceptions::ValueError, "factorial() not defined for negative values");
  auto number = int64_of(value);
  if (!number)
    return raise(vm, exceptions::OverflowError, "factorial() argument should not exceed 9223372036854775807");
  double bits = std::lgamma(static_cast<double>(*number) + 1) / M_LN2;
  if (bits > 1e15 || heap.refuses(static_cast<size_t>(bits / 8))) return raise(vm, exceptions::MemoryError);
  BigNumber product;
  return product_of_range(vm, 2, static_cast<uint64_t>(*number), &product) ? make_int(std::move(product)) : Ref();
}

// n and k of comb(n, k), perm(n, k); false with an exception pending.
bool read_pair(Vm& vm, const Arguments& arguments, Ref* n, Ref* k) {
  *n = integer_of(vm, arguments[0]);
  if (*n) *k = integer_of(vm, arguments[1]);
  if (!*n || !*k) return false;
  if (int_sign(*n) < 0)
    return (void)raise(vm, exceptions::ValueError, "n must be a non-negative integer"), false;
  if (int_sign(*k) < 0)
    return (void)raise(vm, exceptions::ValueError, "k must be a non-negative integer"), false;
  return true;
}

// Product of `count` factors n, n - 1, …; for combinations divided by 1, 2, … on the way.
Ref falling_product(Vm& vm, Value n, int64_t count, bool divide) {
  BigNumber factor = big_number(n), product = 1;
  for (int64_t i = 0; i < count; ++i) {
    product *= factor;
    --factor;
    if (divide) product /= i + 1;
    if ((i & 1023) == 0 && heap.refuses(product.backend().size() * 16))
      return raise(vm, exceptions::MemoryError);
    vm.charge(4 + static_cast<int64_t>(product.backend().size()) * (divide ? 8 : 1));
    if (!goes_on(vm)) return {};
  }
  return make_int(std::move(product));
}

}  // namespace

Ref factorial(Vm& vm, const Arguments& arguments) {
  Ref number = integer_of(vm, arguments[0]);
  return number ? factorial_of(vm, number) : Ref();
}

Ref comb(Vm& vm, const Arguments& arguments) {
  Ref n, k;
  if (!read_pair(vm, arguments, &n, &k)) return {};
  Ref rest = int_subtract(vm, n, k);
  if (int_sign(rest) < 0) return make_int(0);
  Value least = int_compare(rest, k) < 0 ? rest : k;
  auto count = int64_of(least);
  if (!count)
    return raise(vm, exceptions::OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
  return falling_product(vm, n, *count, true);
}

Ref perm(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 1 || arguments[1].is_none()) {
    Ref number = integer_of(vm, arguments[0]);
    return number ? factorial_of(vm, number) : Ref();
  }
  Ref n, k;
  if (!read_pair(vm, arguments, &n, &k)) return {};
  if (int_compare(k, n) > 0) return make_int(0);
  auto count = int64_of(k);
  if (!count) return raise(vm, exceptions::OverflowError, "k must not exceed 9223372036854775807");
  return falling_product(vm, n, *count, false);
}

Ref isqrt(Vm& vm, const Arguments& arguments) {
  Ref number = integer_of(vm, arguments[0]);
  if (!number) return {};
  if (int_sign(number) < 0) return raise(vm, exceptions::ValueError, "isqrt() argument must be nonnegative");
  return int_square_root(vm, number);
}

Ref gcd(Vm& vm, const Arguments& arguments) {
  Ref result = make_int(0);
  for (size_t i = 0; i < arguments.size(); ++i) {
    Ref number = integer_of(vm, arguments[i]);
    if (!number) return {};
    result = int_gcd(vm, result, number);
    if (!result) return {};
  }
  return result;
}

Ref lcm(Vm& vm, const Arguments& arguments) {
  Ref result = make_int(1);
  for (size_t i = 0; i < arguments.size(); ++i) {
    Ref number = integer_of(vm, arguments[i]);
    if (!number) return {};
    if (int_sign(number) == 0 || int_sign(result) == 0) {
      result = make_int(0);
      continue;
    }
    Ref divisor = int_gcd(vm, result, number);
    Ref quotient = divisor ? int_floor_divide(vm, result, divisor) : Ref();
    Ref product = quotient ? int_multiply(vm, quotient, number) : Ref();
    if (!product || !goes_on(vm)) return {};
    result = int_absolute(vm, product);
  }
  return result;
}

namespace {

// floor and ceil: a float at once, other types by their special method or as a float.
Ref rounded(Vm& vm, Value value, Str* method, double (*round)(double)) {
  if (!is_float(value)) {
    bool failed = false;
    Ref function = get_attribute_or_null(vm, value, method, &failed);
    if (failed) return {};
    if (function) return call(vm, function);
  }
  double x;
  if (!as_double(vm, value, &x)) return {};
  if (std::isnan(x)) return raise(vm, exceptions::ValueError, "cannot convert float NaN to integer");
  if (std::isinf(x)) return raise(vm, exceptions::OverflowError, "cannot convert float infinity to integer");
  return make_int_from_double(round(x));
}

double round_down(double x) { return std::floor(x); }
double round_up(double x) { return std::ceil(x); }

}  // namespace

Ref floor(Vm& vm, const Arguments& arguments) { return rounded(vm, arguments[0], names.floor, round_down); }
Ref ceil(Vm& vm, const Arguments& arguments) { return rounded(vm, arguments[0], names.ceil, round_up); }

Ref trunc(Vm& vm, const Arguments& arguments) {
  bool failed = false;
  Ref function = get_attribute_or_null(vm, arguments[0], names.trunc, &failed);
  if (failed) return {};
  if (function) return call(vm, function);
  return raise(vm, exceptions::TypeError, "type {} doesn't define __trunc__ method", type_name(arguments[0]));
}

}  // namespace gilsim::python::math
