#include "interpreter/modules/seconds.h"

#include <cmath>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python {

namespace {

constexpr double kLongestNs = 9223372036854775807.0;  // rounded up to 2^63, which is too long itself

bool number_of_seconds(Vm& vm, Value given, double* seconds) {
  if (is_float(given)) return *seconds = given.as<Float>()->number, true;
  int64_t whole;
  if (!as_int64_clamped(vm, given, &whole)) return false;
  *seconds = static_cast<double>(whole);
  return true;
}

}  // namespace

bool read_seconds(Vm& vm, Value given, sim::Nanoseconds* duration, Rounding rounding) {
  double seconds;
  if (!number_of_seconds(vm, given, &seconds)) return false;
  if (std::isnan(seconds)) return fail(vm, exceptions::ValueError, "Invalid value NaN (not a number)");
  const double rounded = seconds < 0 && rounding == Rounding::AwayFromZero ? std::floor(seconds * 1e9) : std::ceil(seconds * 1e9);
  if (std::abs(rounded) >= kLongestNs)
    return fail(vm, exceptions::OverflowError, "timestamp too large to convert to C _PyTime_t");
  *duration = static_cast<sim::Nanoseconds>(rounded);
  return true;
}

}  // namespace gilsim::python
