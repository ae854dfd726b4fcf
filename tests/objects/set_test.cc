#include "interpreter/objects/set.h"

#include "interpreter/objects/tuple.h"
#include "tests/objects/fixture.h"

namespace gilsim::python {

namespace {

struct SetFixture : Objects {
  Ref make(std::initializer_list<int64_t> numbers) {
    Ref set = make_set(vm, kNull);
    for (int64_t number : numbers) REQUIRE(set_add(vm, set.as<Set>(), Value::small(number)));
    return set;
  }
};

}  // namespace

// The expected orders are CPython 3.11's.
TEST_CASE_FIXTURE(SetFixture, "sets of numbers have CPython's order") {
  CHECK(repr_of(make({3, 1, 2})) == "{1, 2, 3}");
  CHECK(repr_of(make({8, 16, 24, 0})) == "{8, 16, 24, 0}");
  CHECK(repr_of(make({100, 33, 7, 65, 9, 40})) == "{65, 33, 100, 7, 40, 9}");
}

TEST_CASE_FIXTURE(SetFixture, "hashes of frozen sets are CPython's, whatever the order of insertion") {
  Hash one = 0, other = 0;
  Ref first = make_set_of(vm, &frozenset_type, make({1, 2, 3})), second = make_set_of(vm, &frozenset_type, make({3, 2, 1}));
  REQUIRE(hash(vm, first, &one));
  REQUIRE(hash(vm, second, &other));
  CHECK(one == other);
  CHECK(one == -272375401224217160);
}

TEST_CASE_FIXTURE(SetFixture, "algebra gives new sets and takes only sets as operands") {
  Ref left = make({1, 2, 3}), right = make({2, 3, 4});
  CHECK(repr_of(binary(vm, Binary::Or, left, right)) == "{1, 2, 3, 4}");
  CHECK(repr_of(binary(vm, Binary::And, left, right)) == "{2, 3}");
  CHECK(repr_of(binary(vm, Binary::Subtract, left, right)) == "{1}");
  CHECK(repr_of(binary(vm, Binary::Xor, left, right)) == "{1, 4}");
  CHECK(repr_of(binary(vm, Binary::Or, left, make_tuple({}))) ==
        "TypeError: unsupported operand type(s) for |: 'set' and 'tuple'");
}

TEST_CASE_FIXTURE(SetFixture, "a set finds its items through growth and deletions") {
  Ref made = make_set(vm, kNull);
  auto* set = made.as<Set>();
  for (int64_t i = 0; i < 20000; ++i) REQUIRE(set_add(vm, set, Value::small(i * 8)));
  for (int64_t i = 0; i < 20000; i += 2) REQUIRE(set_discard(vm, set, Value::small(i * 8)) == 1);
  for (int64_t i = 0; i < 20000; ++i) REQUIRE(set_contains(vm, set, Value::small(i * 8)) == (i & 1));
  CHECK(set->used == 10000);
  set_clear(set);
  CHECK(repr_of(made) == "set()");
}

}  // namespace gilsim::python
