#include "interpreter/modules/cmath/functions.h"

#include <cfloat>
#include <cmath>

namespace gilsim::python::cmath {

namespace {

constexpr double kLarge = DBL_MAX / 4;
const double kRootOfLarge = std::sqrt(kLarge);
const double kLogOfLarge = std::log(kLarge);
const double kRootOfLeast = std::sqrt(DBL_MIN);
constexpr int kScaleUp = 53, kScaleDown = -27;  // for the square roots of the smallest numbers
constexpr double kLn2 = 0.693147180559945309417232121458, kPi = 3.141592653589793;

bool is_finite(Number z) { return std::isfinite(z.real()) && std::isfinite(z.imag()); }
bool is_huge(Number z) { return std::fabs(z.real()) > kLarge || std::fabs(z.imag()) > kLarge; }
// Where the C library finds one part of a result, Python finds none.
bool has_no_angle(Number z) { return z.real() == 0 && std::isnan(z.imag()); }
constexpr double kNan = __builtin_nan("");

// i * z and -i * z, exactly.
Number times_i(Number z) { return {-z.imag(), z.real()}; }
Number over_i(Number z) { return {z.imag(), -z.real()}; }

}  // namespace

Number square_root(Number z) {
  if (!is_finite(z)) return std::sqrt(z);
  if (z == Number()) return {0, z.imag()};
  double x = std::fabs(z.real()), s;
  const double y = std::fabs(z.imag());
  if (x < DBL_MIN && y < DBL_MIN) {
    x = std::ldexp(x, kScaleUp);
    s = std::ldexp(std::sqrt(x + std::hypot(x, std::ldexp(y, kScaleUp))), kScaleDown);
  } else {
    x /= 8;
    s = 2 * std::sqrt(x + std::hypot(x, y / 8));
  }
  const double d = y / (2 * s);
  return z.real() >= 0 ? Number(s, std::copysign(d, z.imag())) : Number(d, std::copysign(s, z.imag()));
}

Number exponential(Number z) {
  if (!is_finite(z)) return std::exp(z);
  const bool large = z.real() > kLogOfLarge;
  const double length = std::exp(large ? z.real() - 1 : z.real()), factor = large ? M_E : 1;
  return {length * std::cos(z.imag()) * factor, length * std::sin(z.imag()) * factor};
}

Number logarithm(Number z) {
  if (!is_finite(z)) return std::log(z);
  const double x = std::fabs(z.real()), y = std::fabs(z.imag());
  double real;
  if (x > kLarge || y > kLarge) {
    real = std::log(std::hypot(x / 2, y / 2)) + kLn2;
  } else if (x < DBL_MIN && y < DBL_MIN) {
    real = std::log(std::hypot(std::ldexp(x, DBL_MANT_DIG), std::ldexp(y, DBL_MANT_DIG))) - DBL_MANT_DIG * kLn2;
  } else {
    const double length = std::hypot(x, y);
    if (0.71 <= length && length <= 1.73) {  // near 1 the logarithm is what is left of it
      const double more = std::fmax(x, y), less = std::fmin(x, y);
      real = std::log1p((more - 1) * (more + 1) + less * less) / 2;
    } else {
      real = std::log(length);
    }
  }
  return {real, std::atan2(z.imag(), z.real())};
}

Number acos(Number z) {
  if (!is_finite(z)) return std::acos(z);
  if (is_huge(z)) {
    const double length = std::log(std::hypot(z.real() / 2, z.imag() / 2)) + 2 * kLn2;
    const double sign = z.real() < 0 ? z.imag() : -z.imag();
    return {std::atan2(std::fabs(z.imag()), z.real()), z.real() < 0 ? -std::copysign(length, sign) : std::copysign(length, sign)};
  }
  const Number a = square_root({1 - z.real(), -z.imag()}), b = square_root({1 + z.real(), z.imag()});
  return {2 * std::atan2(a.real(), b.real()), std::asinh(b.real() * a.imag() - b.imag() * a.real())};
}

Number acosh(Number z) {
  if (!is_finite(z)) return has_no_angle(z) ? Number(kNan, kNan) : std::acosh(z);
  if (is_huge(z)) return {std::log(std::hypot(z.real() / 2, z.imag() / 2)) + 2 * kLn2, std::atan2(z.imag(), z.real())};
  const Number a = square_root({z.real() - 1, z.imag()}), b = square_root({z.real() + 1, z.imag()});
  return {std::asinh(a.real() * b.real() + a.imag() * b.imag()), 2 * std::atan2(a.imag(), b.real())};
}

Number asinh(Number z) {
  if (!is_finite(z)) return std::asinh(z);
  if (is_huge(z)) {
    const double length = std::log(std::hypot(z.real() / 2, z.imag() / 2)) + 2 * kLn2;
    return {std::copysign(length, z.real()), std::atan2(z.imag(), std::fabs(z.real()))};
  }
  const Number a = square_root({1 + z.imag(), -z.real()}), b = square_root({1 - z.imag(), z.real()});
  return {std::asinh(a.real() * b.imag() - b.real() * a.imag()), std::atan2(z.imag(), a.real() * b.real() - a.imag() * b.imag())};
}

Number atanh(Number z) {
  if (!is_finite(z)) return std::atanh(z);
  if (std::signbit(z.real())) return -atanh(-z);
  const double x = z.real(), y = std::fabs(z.imag());
  if (x > kRootOfLarge || y > kRootOfLarge) {
    const double half = std::hypot(x / 2, z.imag() / 2);
    return {x / 4 / half / half, -std::copysign(kPi / 2, -z.imag())};
  }
  if (x == 1 && y < kRootOfLeast) {
    if (y == 0) return {HUGE_VAL, z.imag()};
    return {-std::log(std::sqrt(y) / std::sqrt(std::hypot(y, 2))), std::copysign(std::atan2(2, -y) / 2, z.imag())};
  }
  return {std::log1p(4 * x / ((1 - x) * (1 - x) + y * y)) / 4, -std::atan2(-2 * z.imag(), (1 - x) * (1 + x) - y * y) / 2};
}

Number cosh(Number z) {
  if (!is_finite(z)) return std::cosh(z);
  if (std::fabs(z.real()) <= kLogOfLarge) return {std::cos(z.imag()) * std::cosh(z.real()), std::sin(z.imag()) * std::sinh(z.real())};
  const double x = z.real() - std::copysign(1, z.real());
  return {std::cos(z.imag()) * std::cosh(x) * M_E, std::sin(z.imag()) * std::sinh(x) * M_E};
}

Number sinh(Number z) {
  if (!is_finite(z)) return std::sinh(z);
  if (std::fabs(z.real()) <= kLogOfLarge) return {std::cos(z.imag()) * std::sinh(z.real()), std::sin(z.imag()) * std::cosh(z.real())};
  const double x = z.real() - std::copysign(1, z.real());
  return {std::cos(z.imag()) * std::sinh(x) * M_E, std::sin(z.imag()) * std::cosh(x) * M_E};
}

Number tanh(Number z) {
  if (!is_finite(z)) return has_no_angle(z) ? Number(kNan, kNan) : std::tanh(z);
  if (std::fabs(z.real()) > kLogOfLarge)
    return {std::copysign(1, z.real()), 4 * std::sin(z.imag()) * std::cos(z.imag()) * std::exp(-2 * std::fabs(z.real()))};
  const double x = std::tanh(z.real()), y = std::tan(z.imag()), scale = 1 / std::cosh(z.real());
  const double product = x * y, below = 1 + product * product;
  return {x * (1 + y * y) / below, ((y / below) * scale) * scale};
}

// The functions of angles are those of hyperbolas on the other axis.
Number asin(Number z) { return over_i(asinh(times_i(z))); }
Number atan(Number z) { return over_i(atanh(times_i(z))); }
Number cos(Number z) { return cosh(times_i(z)); }
Number sin(Number z) { return over_i(sinh(times_i(z))); }
Number tan(Number z) { return over_i(tanh(times_i(z))); }

}  // namespace gilsim::python::cmath
