// Making ints and reading their numbers.
#include "interpreter/objects/integer.h"

#include <cmath>
#include <new>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python {

namespace {

Ref box(Type* type, BigNumber number) {
  auto* object = allocate_object<BigInteger>(type);
  new (&object->number) BigNumber(std::move(number));
  return Ref::take(object);
}

bool fits_small(const BigNumber& number) {
  const auto& backend = number.backend();
  if (backend.size() > 1) return false;
  uint64_t magnitude = backend.limbs()[0];
  return magnitude < uint64_t{1} << 62 || (magnitude == uint64_t{1} << 62 && backend.sign());
}

}  // namespace

Ref make_big_int(int64_t number) { return box(&int_type, BigNumber(number)); }
Ref make_big_int(uint64_t number) { return box(&int_type, BigNumber(number)); }

Ref make_int(BigNumber number) {
  if (!fits_small(number)) return box(&int_type, std::move(number));
  auto magnitude = static_cast<int64_t>(number.backend().limbs()[0]);
  return Ref::take(Value::small(number.backend().sign() ? -magnitude : magnitude));
}

Ref make_int_of_type(Type* type, const BigNumber& number) {
  return type == &int_type ? make_int(number) : box(type, number);
}

Ref make_int_from_double(double number) {
  if (std::fabs(number) < 4611686018427387904.0) return make_int(static_cast<int64_t>(number));
  int exponent;
  double fraction = std::frexp(number, &exponent);
  BigNumber result(static_cast<int64_t>(std::ldexp(fraction, 63)));
  return make_int(BigNumber(result << (exponent - 63)));
}

BigNumber big_number(Value value) {
  if (value.is_object()) return value.as<BigInteger>()->number;
  return BigNumber(value.is_small() ? value.small() : static_cast<int64_t>(value.is_true()));
}

const BigNumber& big_view(Value value, BigNumber& storage) {
  if (value.is_object()) return value.as<BigInteger>()->number;
  storage = value.is_small() ? value.small() : static_cast<int64_t>(value.is_true());
  return storage;
}

std::optional<int64_t> int64_of(Value value) {
  if (value.is_small()) return value.small();
  if (!value.is_object()) return value.is_true();
  const auto& backend = value.as<BigInteger>()->number.backend();
  if (backend.size() > 1) return {};
  uint64_t magnitude = backend.limbs()[0];
  if (backend.sign()) {
    if (magnitude > uint64_t{1} << 63) return {};
    return static_cast<int64_t>(-magnitude);
  }
  if (magnitude >= uint64_t{1} << 63) return {};
  return static_cast<int64_t>(magnitude);
}

int int_sign(Value value) {
  if (value.is_object()) return value.as<BigInteger>()->number.sign();
  int64_t number = value.is_small() ? value.small() : value.is_true();
  return (number > 0) - (number < 0);
}

namespace {

// The int that `value` stands for; null with TypeError pending.
Ref integer_argument(Vm& vm, Value value) {
  if (is_int(value)) return value;
  if (!type_of(value)->operations.index)
    return raise(vm, exceptions::TypeError, "'{}' object cannot be interpreted as an integer",
                 type_name(value));
  return index(vm, value);
}

}  // namespace

bool as_int64(Vm& vm, Value value, int64_t* result) {
  if (value.is_small()) return *result = value.small(), true;
  Ref number = integer_argument(vm, value);
  if (!number) return false;
  auto small = int64_of(number);
  if (small) return *result = *small, true;
  (void)raise(vm, exceptions::OverflowError, "Python int too large to convert to C ssize_t");
  return false;
}

bool as_int64_clamped(Vm& vm, Value value, int64_t* result) {
  Ref number = integer_argument(vm, value);
  if (!number) return false;
  *result = int64_of(number).value_or(int_sign(number) < 0 ? INT64_MIN : INT64_MAX);
  return true;
}

double big_to_double(const BigNumber& number) {
  BigNumber magnitude = number.sign() < 0 ? BigNumber(-number) : number;
  int64_t excess = bit_length(magnitude) - 64;
  if (excess > 1024) return number.sign() < 0 ? -HUGE_VAL : HUGE_VAL;
  uint64_t top;
  if (excess <= 0) {
    top = static_cast<uint64_t>(magnitude);
    excess = 0;
  } else {
    top = static_cast<uint64_t>(magnitude >> static_cast<unsigned>(excess));
    // Whatever lies below the top 64 bits only decides ties.
    if (static_cast<int64_t>(boost::multiprecision::lsb(magnitude)) < excess) top |= 1;
  }
  double result = std::ldexp(static_cast<double>(top), static_cast<int>(excess));
  return number.sign() < 0 ? -result : result;
}

bool int_to_double(Vm& vm, Value value, double* result) {
  if (!value.is_object()) {
    *result = static_cast<double>(value.is_small() ? value.small() : value.is_true());
    return true;
  }
  *result = big_to_double(value.as<BigInteger>()->number);
  if (!std::isinf(*result)) return true;
  (void)raise(vm, exceptions::OverflowError, "int too large to convert to float");
  return false;
}

Hash int_hash(Value value) {
  constexpr int64_t kModulus = (int64_t{1} << 61) - 1;
  Hash result;
  if (value.is_object()) {
    const BigNumber& number = value.as<BigInteger>()->number;
    result = 0;
    for (auto i = number.backend().size(); i-- > 0;)
      result = static_cast<int64_t>(((static_cast<WideLimb>(result) << 64) | number.backend().limbs()[i]) %
                                    kModulus);
    if (number.sign() < 0) result = -result;
  } else {
    result = value.is_small() ? value.small() % kModulus : value.is_true();
  }
  return result == -1 ? -2 : result;
}

int int_compare(Value left, Value right) {
  if (!left.is_object() && !right.is_object()) {
    int64_t a = *int64_of(left), b = *int64_of(right);
    return (a > b) - (a < b);
  }
  BigNumber left_storage, right_storage;
  return big_view(left, left_storage).compare(big_view(right, right_storage));
}

Ref int_plain(Value value) {
  if (value.is_small()) return value;
  if (!value.is_object()) return make_int(static_cast<int64_t>(value.is_true()));
  if (value.object()->type == &int_type) return value;
  return make_int(value.as<BigInteger>()->number);
}

int64_t int_bit_length(Value value) {
  if (value.is_object()) return bit_length(value.as<BigInteger>()->number);
  int64_t number = *int64_of(value);
  uint64_t magnitude = number < 0 ? -static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
  return magnitude == 0 ? 0 : 64 - __builtin_clzll(magnitude);
}

}  // namespace gilsim::python
