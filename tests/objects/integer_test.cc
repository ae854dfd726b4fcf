// ints: where small ones end, big arithmetic, digits.
#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/float.h"
#include "tests/objects/fixture.h"

namespace gilsim::python {

namespace {

struct IntegerFixture : Objects {
  Ref number(std::string_view digits) { return parse_int(vm, digits, 10); }
  std::string shown(const Ref& value) { return repr_of(value); }
};

constexpr int64_t kLargestSmall = (int64_t{1} << 62) - 1;

}  // namespace

TEST_CASE_FIXTURE(IntegerFixture, "a number is small exactly when it fits 63 bits") {
  CHECK(make_int(kLargestSmall).get().is_small());
  CHECK(make_int(-kLargestSmall - 1).get().is_small());
  Ref above = int_add(vm, Value::small(kLargestSmall), Value::small(1));
  CHECK_FALSE(above.get().is_small());
  CHECK(shown(above) == "4611686018427387904");
  CHECK(int_subtract(vm, above, Value::small(1)).get() == Value::small(kLargestSmall));
  CHECK(int_negate(vm, above).get() == Value::small(-kLargestSmall - 1));
}

TEST_CASE_FIXTURE(IntegerFixture, "division rounds down and the remainder has the divisor's sign") {
  Ref huge = number("-10000000000000000000000000");
  CHECK(shown(int_floor_divide(vm, huge, Value::small(7))) == "-1428571428571428571428572");
  CHECK(shown(int_remainder(vm, huge, Value::small(7))) == "4");
  CHECK(shown(int_floor_divide(vm, Value::small(7), Value::small(-2))) == "-4");
  CHECK(shown(int_remainder(vm, Value::small(7), Value::small(-2))) == "-1");
  CHECK(shown(int_floor_divide(vm, huge, Value::small(0))) ==
        "ZeroDivisionError: integer division or modulo by zero");
}

TEST_CASE_FIXTURE(IntegerFixture, "shifts of negative numbers round down") {
  Ref number_below = number("-1180591620717411303425");  // -2**70 - 1
  CHECK(shown(int_shift_right(vm, number_below, Value::small(70))) == "-2");
  CHECK(shown(int_shift_right(vm, number_below, Value::small(700))) == "-1");
  CHECK(shown(int_shift_left(vm, Value::small(-1), Value::small(62))) == "-4611686018427387904");
  CHECK(shown(int_shift_left(vm, Value::small(1), Value::small(int64_t{1} << 50))) == "MemoryError: ");
}

TEST_CASE_FIXTURE(IntegerFixture, "true division rounds once") {
  auto quotient = [&](std::string_view a, std::string_view b) {
    return shown(int_true_divide(vm, number(a), number(b)));
  };
  CHECK(quotient("9007199254740993", "1") == "9007199254740992.0");
  CHECK(quotient("9007199254740995", "1") == "9007199254740996.0");
  CHECK(quotient("1", "3") == "0.3333333333333333");
  CHECK(quotient("12345678901234567890", "98765432109876543210") == "0.1249999988609375");
}

TEST_CASE_FIXTURE(IntegerFixture, "a power with a modulus takes the modulus's sign") {
  CHECK(shown(int_power_modulo(vm, Value::small(2), Value::small(3), Value::small(-5))) == "-2");
  CHECK(shown(int_power_modulo(vm, Value::small(2), Value::small(-1), Value::small(5))) == "3");
  CHECK(shown(int_power_modulo(vm, Value::small(2), Value::small(-1), Value::small(4))) ==
        "ValueError: base is not invertible for the given modulus");
}

TEST_CASE_FIXTURE(IntegerFixture, "digits are read in any base and refused with their own text") {
  CHECK(parse_int(vm, " -0x_ff ", 16).get() == Value::small(-255));
  CHECK(parse_int(vm, "0b101", 0).get() == Value::small(5));
  CHECK(shown(parse_int(vm, "010", 0)) == "ValueError: invalid literal for int() with base 0: '010'");
  CHECK(shown(parse_int(vm, "1__0", 10)) == "ValueError: invalid literal for int() with base 10: '1__0'");
  CHECK(parse_int(vm, text("１２"), 10).get() == Value::small(12));
}

TEST_CASE_FIXTURE(IntegerFixture, "conversions beyond the digit limit are refused") {
  CHECK(shown(number(std::string(4301, '1'))).starts_with("ValueError: Exceeds the limit (4300 digits)"));
  Ref huge = int_power(vm, Value::small(10), Value::small(4300));
  CHECK(shown(huge).starts_with("ValueError: Exceeds the limit (4300 digits)"));
  std::string hexadecimal;
  CHECK(int_to_text(vm, huge, 16, &hexadecimal));
}

TEST_CASE_FIXTURE(IntegerFixture, "equal numbers of different types have equal hashes") {
  CHECK(int_hash(Value::small(-1)) == -2);
  CHECK(int_hash(number("2305843009213693951")) == 0);
  Ref number_2_70 = int_shift_left(vm, Value::small(1), Value::small(70));
  CHECK(int_hash(number_2_70) == float_hash(kNull, 1180591620717411303424.0));
}

}  // namespace gilsim::python
