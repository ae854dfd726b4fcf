#include "interpreter/modules/decimal/arithmetic.h"

namespace gilsim::python::decimal {

namespace {

Number of_order(int order) { return finite(order < 0, order ? 1 : 0, 0); }

// Places in the total order: finite < infinite < signalling < quiet.
int rank(const Number& number) {
  return number.is_finite() ? 0 : number.is_infinite() ? 1 : number.is_signalling() ? 2 : 3;
}

int total_order_of_magnitudes(const Number& left, const Number& right) {
  if (rank(left) != rank(right)) return rank(left) < rank(right) ? -1 : 1;
  if (left.is_infinite()) return 0;
  if (left.is_nan()) return left.coefficient.compare(right.coefficient);
  const int order = compare_magnitudes(left, right);
  return order ? order : left.exponent < right.exponent ? -1 : left.exponent > right.exponent;
}

Number unsigned_copy(Number number) {
  number.negative = false;
  return number;
}

// One quiet NaN gives way to a number.
bool picks_number(const Number& left, const Number& right, Calculation& calculation, Number* result) {
  if (!left.is_nan() && !right.is_nan()) return false;
  if (left.kind == Kind::QuietNan && !right.is_nan()) *result = finish(right, calculation);
  else if (right.kind == Kind::QuietNan && !left.is_nan()) *result = finish(left, calculation);
  else result_is_nan(left, right, calculation, result);
  return true;
}

template <bool by_magnitude, bool larger>
Number extreme(const Number& left, const Number& right, Calculation& calculation) {
  Number result;
  if (picks_number(left, right, calculation, &result)) return result;
  int order = by_magnitude ? compare_values(unsigned_copy(left), unsigned_copy(right)) : compare_values(left, right);
  if (order == 0) order = compare_in_total(left, right);
  const bool right_wins = larger ? order < 0 : order > 0;
  return finish(right_wins ? right : left, calculation);
}

}  // namespace

int compare_magnitudes(const Number& left, const Number& right) {
  if (left.is_infinite() || right.is_infinite()) return left.is_infinite() - right.is_infinite();
  if (left.is_zero() || right.is_zero()) return right.is_zero() - left.is_zero();
  const int64_t left_first = adjusted(left), right_first = adjusted(right);
  if (left_first != right_first) return left_first < right_first ? -1 : 1;
  const int64_t difference = left.exponent - right.exponent;  // no larger than the count of digits
  const int order = difference == 0  ? left.coefficient.compare(right.coefficient)
                    : difference > 0 ? BigNumber(left.coefficient * power_of_ten(difference)).compare(right.coefficient)
                                     : left.coefficient.compare(BigNumber(right.coefficient * power_of_ten(-difference)));
  return order < 0 ? -1 : order > 0;
}

int compare_values(const Number& left, const Number& right) {
  if (left.is_zero() && right.is_zero()) return 0;
  if (left.is_zero()) return right.negative ? 1 : -1;
  if (right.is_zero()) return left.negative ? -1 : 1;
  if (left.negative != right.negative) return left.negative ? -1 : 1;
  const int order = compare_magnitudes(left, right);
  return left.negative ? -order : order;
}

int compare_in_total(const Number& left, const Number& right) {
  if (left.negative != right.negative) return left.negative ? -1 : 1;
  const int order = total_order_of_magnitudes(left, right);
  return left.negative ? -order : order;
}

Number compare(const Number& left, const Number& right, Calculation& calculation) {
  Number result;
  if (result_is_nan(left, right, calculation, &result)) return result;
  return of_order(compare_values(left, right));
}

Number compare_signal(const Number& left, const Number& right, Calculation& calculation) {
  Number result;
  if (!result_is_nan(left, right, calculation, &result)) return of_order(compare_values(left, right));
  calculation.status |= kInvalidOperation;
  return result;
}

Number compare_total(const Number& left, const Number& right, Calculation&) {
  return of_order(compare_in_total(left, right));
}
Number compare_total_mag(const Number& left, const Number& right, Calculation&) {
  return of_order(compare_in_total(unsigned_copy(left), unsigned_copy(right)));
}

Number maximum(const Number& left, const Number& right, Calculation& calculation) {
  return extreme<false, true>(left, right, calculation);
}
Number minimum(const Number& left, const Number& right, Calculation& calculation) {
  return extreme<false, false>(left, right, calculation);
}
Number max_mag(const Number& left, const Number& right, Calculation& calculation) {
  return extreme<true, true>(left, right, calculation);
}
Number min_mag(const Number& left, const Number& right, Calculation& calculation) {
  return extreme<true, false>(left, right, calculation);
}

}  // namespace gilsim::python::decimal
