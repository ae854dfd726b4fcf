#include "interpreter/objects/dict.h"

#include "interpreter/objects/tuple.h"
#include "tests/objects/fixture.h"

namespace gilsim::python {

namespace {

struct DictFixture : Objects {
  Ref made = Ref::take(new_dict());
  Dict* dict = made.as<Dict>();
  void set(int64_t key, int64_t value) { REQUIRE(dict_set(vm, dict, Value::small(key), Value::small(value))); }
  int64_t get(int64_t key) {
    Value value;
    return dict_lookup(vm, dict, Value::small(key), &value) == 1 ? value.small() : -1;
  }
};

}  // namespace

TEST_CASE_FIXTURE(DictFixture, "a dict finds what was put in, through growth and deletions") {
  for (int64_t i = 0; i < 100000; ++i) set(i * 7, i);
  for (int64_t i = 0; i < 100000; i += 3) CHECK(dict_delete(vm, dict, Value::small(i * 7)) == 1);
  for (int64_t i = 0; i < 100000; ++i) REQUIRE(get(i * 7) == (i % 3 ? i : -1));
  CHECK(dict->used == 66666);
}

TEST_CASE_FIXTURE(DictFixture, "order is that of insertion; a replaced value keeps its place") {
  for (int64_t key : {3, 1, 2}) set(key, 0);
  set(3, 5);
  CHECK(repr_of(made) == "{3: 5, 1: 0, 2: 0}");
  dict_delete(vm, dict, Value::small(3));
  set(3, 6);
  CHECK(repr_of(made) == "{1: 0, 2: 0, 3: 6}");
}

TEST_CASE_FIXTURE(DictFixture, "keys_version changes with the keys, not with the values") {
  set(1, 1);
  uint32_t version = dict->keys_version;
  set(1, 2);
  CHECK(dict->keys_version == version);
  set(2, 2);
  CHECK(dict->keys_version != version);
  version = dict->keys_version;
  dict_delete(vm, dict, Value::small(2));
  CHECK(dict->keys_version != version);
}

TEST_CASE_FIXTURE(DictFixture, "str keys are found by another object with the same text") {
  dict_set_str(dict, intern("name"), Value::small(1));
  Ref other = make_str(std::string("na") + "me");
  CHECK(dict_get_str(dict, other.as<Str>()) == Value::small(1));
  CHECK(dict_get_str(dict, intern("nam")).is_null());
  CHECK(dict_delete_str(dict, other.as<Str>()));
  CHECK(dict->used == 0);
}

TEST_CASE_FIXTURE(DictFixture, "items put in and taken out at the end for ever leave room to search") {
  for (int64_t i = 0; i < 1000; ++i) {
    set(i, i);
    Value key, value;
    dict_pop_last(dict, &key, &value);
    CHECK(key == Value::small(i));
    CHECK(get(i + 1) == -1);
  }
}

TEST_CASE_FIXTURE(DictFixture, "a dict is a queue, too") {
  for (int64_t i = 0; i < 10; ++i) set(i, i);
  for (int64_t i = 10; i < 5000; ++i) {
    Value key, value;
    dict_pop_first(dict, &key, &value);
    REQUIRE(key == Value::small(i - 10));
    set(i, i);
  }
  CHECK(dict->entry_capacity < 100);
}

TEST_CASE_FIXTURE(DictFixture, "items move to either end") {
  for (int64_t key : {1, 2, 3}) set(key, 0);
  CHECK(dict_move_to_end(vm, dict, Value::small(1), true));
  CHECK(repr_of(made) == "{2: 0, 3: 0, 1: 0}");
  CHECK(dict_move_to_end(vm, dict, Value::small(3), false));
  CHECK(repr_of(made) == "{3: 0, 2: 0, 1: 0}");
  CHECK(get(2) == 0);
  CHECK(!dict_move_to_end(vm, dict, Value::small(9), false));
  CHECK(failure() == "KeyError: 9");
}

TEST_CASE_FIXTURE(DictFixture, "unhashable keys and bad pairs are refused in CPython's words") {
  CHECK(!dict_set(vm, dict, made, kNone));
  CHECK(failure() == "TypeError: unhashable type: 'dict'");
  CHECK(!dict_update(vm, dict, make_tuple({make_tuple({kNone})})));
  CHECK(failure() == "ValueError: dictionary update sequence element #0 has length 1; 2 is required");
}

}  // namespace gilsim::python
