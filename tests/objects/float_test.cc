// floats as text, and rounding.
#include "interpreter/objects/float.h"

#include <cmath>

#include "interpreter/objects/float_hex.h"
#include "tests/objects/fixture.h"

namespace gilsim::python {

TEST_CASE("the shortest text that reads back the same is shown") {
  CHECK(float_repr(0.1 + 0.2) == "0.30000000000000004");
  CHECK(float_repr(1e16) == "1e+16");
  CHECK(float_repr(123456789012345.0) == "123456789012345.0");
  CHECK(float_repr(0.0001) == "0.0001");
  CHECK(float_repr(0.00001) == "1e-05");
  CHECK(float_repr(-0.0) == "-0.0");
  CHECK(float_repr(5e-324) == "5e-324");
}

TEST_CASE("printf's forms are exact") {
  CHECK(float_to_text(2.675, 'f', 2) == "2.67");
  CHECK(float_to_text(1e22, 'f', 1) == "10000000000000000000000.0");
  CHECK(float_to_text(0.5, 'f', 0) == "0");
  CHECK(float_to_text(1.5, 'f', 0, true) == "2.");
  CHECK(float_to_text(100000, 'g', 6) == "100000");
  CHECK(float_to_text(1e6, 'g', 6) == "1e+06");
  CHECK(float_to_text(1, 'g', 6, true) == "1.00000");
}

TEST_CASE("text is a number only when Python says so") {
  double number = 0;
  CHECK((parse_float(" 1_0.5e-1 ", &number) && number == 1.05));
  CHECK((parse_float("-Infinity", &number) && std::isinf(number)));
  CHECK((parse_float("1e999", &number) && std::isinf(number)));
  for (const char* text : {"", ".", "1__0", "_1", "1e", "0x1", "nan(1)", "1 2", "infinit"})
    CHECK_FALSE(parse_float(text, &number));
}

TEST_CASE("rounding looks at the exact value, ties go to the even digit") {
  CHECK(round_to_digits(2.675, 2) == 2.67);
  CHECK(round_to_digits(0.125, 2) == 0.12);
  CHECK(round_to_digits(1234.5678, -2) == 1200.0);
  CHECK(round_to_digits(250.0, -2) == 200.0);
  CHECK(round_to_digits(250.1, -2) == 300.0);
  CHECK(round_to_digits(4.0, -3) == 0.0);
}

TEST_CASE("hexadecimal text goes both ways") {
  double number;
  for (double value : {0.1, -2.5, 5e-324, 1.7976931348623157e308}) {
    REQUIRE(float_from_hex(float_to_hex(value), &number) == HexResult::Ok);
    CHECK(number == value);
  }
  CHECK(float_from_hex("0x1p5000", &number) == HexResult::TooLarge);
  CHECK(float_from_hex("zz", &number) == HexResult::Invalid);
}

}  // namespace gilsim::python
