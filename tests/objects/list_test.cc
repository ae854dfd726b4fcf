#include "interpreter/objects/list.h"

#include "interpreter/objects/slice.h"
#include "interpreter/objects/tuple.h"
#include "tests/objects/fixture.h"

namespace gilsim::python {

namespace {

struct ListFixture : Objects {
  Ref numbers(int64_t count) {
    Ref list = Ref::take(new_list());
    for (int64_t i = 0; i < count; ++i) list_append(list.as<List>(), Value::small(i));
    return list;
  }
  Ref slice(Value start, Value stop, Value step) { return make_slice(start, stop, step); }
};

constexpr Value number(int64_t value) { return Value::small(value); }

}  // namespace

TEST_CASE_FIXTURE(ListFixture, "a list grows, inserts and gives items back") {
  Ref list = numbers(3);
  list_insert(list.as<List>(), -1, number(9));
  list_insert(list.as<List>(), 100, number(8));
  CHECK(repr_of(list) == "[0, 1, 9, 2, 8]");
  CHECK(list_remove_at(list.as<List>(), 1).get() == number(1));
  CHECK(repr_of(list) == "[0, 9, 2, 8]");
  list_clear(list.as<List>());
  CHECK(repr_of(list) == "[]");
}

TEST_CASE_FIXTURE(ListFixture, "an item is dropped once, whoever held it last") {
  Ref item = make_list(nullptr, 0);
  Ref list = make_list(nullptr, 0);
  list_append(list.as<List>(), item);
  CHECK(item.get().object()->refcount == 2);
  list_clear(list.as<List>());
  CHECK(item.get().object()->refcount == 1);
}

TEST_CASE_FIXTURE(ListFixture, "slices read, replace and delete") {
  Ref list = numbers(8);
  CHECK(repr_of(get_item(vm, list, slice(number(1), number(7), number(2)))) == "[1, 3, 5]");
  CHECK(repr_of(get_item(vm, list, slice(kNone, kNone, number(-3)))) == "[7, 4, 1]");
  CHECK(set_item(vm, list, slice(number(1), number(3), kNone), make_tuple({number(7), number(7), number(7)})));
  CHECK(repr_of(list) == "[0, 7, 7, 7, 3, 4, 5, 6, 7]");
  CHECK(delete_item(vm, list, slice(kNone, kNone, number(-2))));
  CHECK(repr_of(list) == "[7, 7, 4, 6]");
  CHECK(!set_item(vm, list, slice(kNone, kNone, number(2)), make_tuple({number(1)})));
  CHECK(failure() == "ValueError: attempt to assign sequence of size 1 to extended slice of size 2");
}

TEST_CASE_FIXTURE(ListFixture, "a list may be assigned to a slice of itself") {
  Ref list = numbers(3);
  CHECK(set_item(vm, list, slice(number(1), number(2), kNone), list));
  CHECK(repr_of(list) == "[0, 0, 1, 2, 2]");
}

TEST_CASE_FIXTURE(ListFixture, "wrong indices and operands are refused in CPython's words") {
  Ref list = numbers(2);
  CHECK(repr_of(get_item(vm, list, number(2))) == "IndexError: list index out of range");
  CHECK(repr_of(get_item(vm, list, text("a"))) == "TypeError: list indices must be integers or slices, not str");
  CHECK(repr_of(binary(vm, Binary::Add, list, make_tuple({}))) ==
        "TypeError: can only concatenate list (not \"tuple\") to list");
  CHECK(repr_of(binary(vm, Binary::Multiply, list, number(int64_t{1} << 60))) == "MemoryError: ");
}

TEST_CASE_FIXTURE(ListFixture, "sorting is stable in both directions") {
  Ref list = Ref::take(new_list());
  for (int64_t key : {2, 1, 2, 1, 0})
    list_append(list.as<List>(), make_tuple({number(key), number(list.as<List>()->size)}));
  CHECK(list_sort(vm, list.as<List>(), kNone, true));
  CHECK(repr_of(list) == "[(2, 2), (2, 0), (1, 3), (1, 1), (0, 4)]");
}

TEST_CASE_FIXTURE(ListFixture, "a list that contains itself prints dots") {
  Ref list = numbers(1);
  list_append(list.as<List>(), list);
  CHECK(repr_of(list) == "[0, [...]]");
  list_clear(list.as<List>());
}

}  // namespace gilsim::python
