#include "interpreter/objects/range.h"

#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/slice.h"
#include "tests/objects/fixture.h"

namespace gilsim::python {

namespace {

struct RangeFixture : Objects {
  Ref range(int64_t start, int64_t stop, int64_t step) {
    return make_range(vm, Value::small(start), Value::small(stop), Value::small(step));
  }
};

}  // namespace

TEST_CASE_FIXTURE(RangeFixture, "ranges have length, items, slices and members") {
  Ref tens = range(0, 100, 10);
  CHECK(length(vm, tens) == 10);
  CHECK(repr_of(get_item(vm, tens, Value::small(-1))) == "90");
  CHECK(repr_of(get_item(vm, tens, make_slice(kNone, kNone, Value::small(-3)))) == "range(90, -10, -30)");
  CHECK(contains(vm, tens, Value::small(50)) == 1);
  CHECK(contains(vm, tens, Value::small(55)) == 0);
  CHECK(repr_of(get_item(vm, tens, Value::small(10))) == "IndexError: range object index out of range");
}

TEST_CASE_FIXTURE(RangeFixture, "ranges are equal when their numbers are") {
  CHECK(equals(vm, range(0, 3, 2), range(0, 4, 2)) == 1);
  CHECK(equals(vm, range(0, 0, 1), range(5, 2, 1)) == 1);
  CHECK(equals(vm, range(0, 3, 1), range(0, 4, 1)) == 0);
}

TEST_CASE_FIXTURE(RangeFixture, "numbers beyond 63 bits are counted as well") {
  Ref base = int_shift_left(vm, Value::small(1), Value::small(70));
  Ref end = int_add(vm, base, Value::small(3));
  Ref list = to_list(vm, make_range(vm, base, end, Value::small(2)));
  CHECK(repr_of(list) == "[1180591620717411303424, 1180591620717411303426]");
}

}  // namespace gilsim::python
