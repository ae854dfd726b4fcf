#include "interpreter/objects/merge_sort.h"

#include <algorithm>
#include <random>
#include <vector>

#include "tests/objects/fixture.h"

namespace gilsim::python {

namespace {

// Orders by the upper part of each number, so that equal keys can be told apart.
struct LessByTens {
  int64_t comparisons = 0;
  int64_t fail_at = -1;
  bool random = false;
  std::mt19937 chance{1};
  int operator()(Value a, Value b) {
    if (comparisons++ == fail_at) return -1;
    if (random) return chance() & 1;
    return a.small() / 10 < b.small() / 10;
  }
};

std::vector<Value> make_rows(size_t count, std::mt19937& chance, int shape) {
  std::vector<Value> rows;
  for (size_t i = 0; i < count; ++i) {
    int64_t number = shape == 0 ? chance() % 5000 : shape == 1 ? i : shape == 2 ? count - i : i % 97 * 10 + chance() % 10;
    rows.push_back(Value::small(number));
  }
  return rows;
}

bool same_items(std::vector<Value> one, std::vector<Value> other) {
  auto by_bits = [](Value a, Value b) { return a.bits() < b.bits(); };
  std::sort(one.begin(), one.end(), by_bits);
  std::sort(other.begin(), other.end(), by_bits);
  return one == other;
}

}  // namespace

TEST_CASE("merge sort agrees with a stable sort on every shape and size") {
  std::mt19937 chance(7);
  for (size_t count : {0, 1, 2, 3, 31, 63, 64, 65, 127, 500, 1000, 4097})
    for (int shape = 0; shape < 4; ++shape) {
      std::vector<Value> rows = make_rows(count, chance, shape), expected = rows;
      LessByTens less;
      REQUIRE(MergeSort<LessByTens>({rows.data(), nullptr}, count, less).sort());
      std::stable_sort(expected.begin(), expected.end(), [](Value a, Value b) { return a.small() / 10 < b.small() / 10; });
      CHECK(rows == expected);
    }
}

TEST_CASE("merge sort moves items along with their keys") {
  std::mt19937 chance(3);
  std::vector<Value> keys = make_rows(700, chance, 0), items = keys;
  LessByTens less;
  REQUIRE(MergeSort<LessByTens>({keys.data(), items.data()}, 700, less).sort());
  CHECK(keys == items);
}

TEST_CASE("merge sort leaves a permutation behind when the order fails or makes no sense") {
  std::mt19937 chance(5);
  for (int round = 0; round < 300; ++round) {
    std::vector<Value> rows = make_rows(400, chance, round % 4), before = rows;
    LessByTens less;
    less.fail_at = round * 11;
    less.random = round & 1;
    MergeSort<LessByTens>({rows.data(), nullptr}, 400, less).sort();
    CHECK(same_items(rows, before));
  }
}

TEST_CASE("merge sort needs n - 1 comparisons for what is sorted already") {
  std::vector<Value> rows;
  for (int64_t i = 0; i < 1000; ++i) rows.push_back(Value::small(i * 10));
  LessByTens less;
  REQUIRE(MergeSort<LessByTens>({rows.data(), nullptr}, 1000, less).sort());
  CHECK(less.comparisons == 999);
}

}  // namespace gilsim::python
