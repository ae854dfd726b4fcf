// fsum, prod, dist, hypot.
#include <cmath>
#include <vector>

#include "interpreter/modules/math/math.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/for_each.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python::math {
namespace {

// An exact sum of doubles as several that do not overlap, the smallest first (Shewchuk's growing expansion).
class ExactSum {
 public:
  // False: the sum of finite numbers has overflowed.
  bool add(double x) {
    double original = x;
    size_t kept = 0;
    for (double part : parts_) {
      if (std::fabs(x) < std::fabs(part)) std::swap(x, part);
      double high = x + part, low = part - (high - x);
      if (low != 0) parts_[kept++] = low;
      x = high;
    }
    parts_.resize(kept);
    if (std::isfinite(x)) {
      if (x != 0) parts_.push_back(x);
      return true;
    }
    if (std::isfinite(original)) return false;
    if (std::isinf(original)) infinities_ += original;
    special_ += original;
    parts_.clear();
    return true;
  }

  bool is_special() const { return special_ != 0; }
  double special() const { return special_; }
  double infinities() const { return infinities_; }

  // Correctly rounded: half-way cases look at the part below.
  double rounded() const {
    size_t n = parts_.size();
    if (n == 0) return 0;
    double high = parts_[--n], low = 0;
    while (n > 0 && low == 0) {
      double x = high, y = parts_[--n];
      high = x + y;
      low = y - (high - x);
    }
    bool same_side = n > 0 && ((low < 0 && parts_[n - 1] < 0) || (low > 0 && parts_[n - 1] > 0));
    if (!same_side) return high;
    double twice = low * 2, up = high + twice;
    return twice == up - high ? up : high;
  }

 private:
  std::vector<double> parts_;
  double special_ = 0, infinities_ = 0;
};

__extension__ typedef __float128 Wide;

// The length of a vector. Squares of doubles are exact in 113 bits, so that the result is the nearest double
// but for the rarest cases; scaling by a power of two keeps them in range.
double vector_length(const std::vector<double>& coordinates) {
  double largest = 0;
  bool has_nan = false;
  for (double x : coordinates) {
    if (std::isinf(x)) return HUGE_VAL;
    has_nan |= std::isnan(x);
    largest = std::max(largest, std::fabs(x));
  }
  if (has_nan) return std::nan("");
  if (largest == 0) return 0;
  int exponent;
  std::frexp(largest, &exponent);
  Wide sum = 0;
  for (double x : coordinates) {
    Wide scaled = std::ldexp(x, -exponent / 2);
    scaled *= std::ldexp(1.0, -(exponent - exponent / 2));
    sum += scaled * scaled;
  }
  Wide root = std::sqrt(static_cast<double>(sum));
  root += (sum - root * root) / (2 * root);  // Newton's step doubles the precision
  return std::ldexp(static_cast<double>(root), exponent);
}

bool append_coordinate(Vm& vm, Value value, std::vector<double>& coordinates) {
  double x;
  if (!as_double(vm, value, &x)) return false;
  coordinates.push_back(x);
  return true;
}

}  // namespace

Ref fsum(Vm& vm, const Arguments& arguments) {
  ExactSum sum;
  bool done = for_each(vm, arguments[0], [&](Value item) {
    double x;
    if (!as_double(vm, item, &x)) return false;
    vm.charge(8);
    if (sum.add(x)) return true;
    (void)raise(vm, exceptions::OverflowError, "intermediate overflow in fsum");
    return false;
  });
  if (!done) return {};
  if (!sum.is_special()) return make_float(sum.rounded());
  if (std::isnan(sum.infinities())) return raise(vm, exceptions::ValueError, "-inf + inf in fsum");
  return make_float(sum.special());
}

Ref prod(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"iterable", "start"};
  Value out[2];
  ParameterList parameters{.function = "prod",
                           .names = kNames,
                           .count = 2,
                           .positional_only = 1,
                           .required = 1,
                           .keyword_only_from = 1};
  if (!bind(vm, arguments, parameters, out)) return {};
  Ref product = out[1].is_null() ? make_int(1) : Ref(out[1]);
  bool done = for_each(vm, out[0], [&](Value item) {
    vm.charge(8);
    bool ints = product.get().is_small() && item.is_small();
    product = ints ? int_multiply(vm, product, item) : binary(vm, Binary::Multiply, product, item);
    return static_cast<bool>(product);
  });
  return done ? product : Ref();
}

Ref dist(Vm& vm, const Arguments& arguments) {
  Ref p = to_tuple(vm, arguments[0]);
  Ref q = p ? to_tuple(vm, arguments[1]) : Ref();
  if (!q) return {};
  auto *first = p.as<Tuple>(), *second = q.as<Tuple>();
  if (first->size != second->size)
    return raise(vm, exceptions::ValueError, "both points must have the same number of dimensions");
  std::vector<double> coordinates;
  for (int64_t i = 0; i < first->size; ++i) {
    double other;
    if (!append_coordinate(vm, first->items[i], coordinates) || !as_double(vm, second->items[i], &other))
      return {};
    coordinates.back() -= other;
  }
  return make_float(vector_length(coordinates));
}

Ref hypot(Vm& vm, const Arguments& arguments) {
  std::vector<double> coordinates;
  for (size_t i = 0; i < arguments.size(); ++i)
    if (!append_coordinate(vm, arguments[i], coordinates)) return {};
  return make_float(vector_length(coordinates));
}

}  // namespace gilsim::python::math
