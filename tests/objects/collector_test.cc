#include "interpreter/objects/collector.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/weak_reference.h"
#include "tests/objects/fixture.h"

namespace gilsim::python {

namespace {

std::vector<std::string> deaths;
Ref note_death(Vm& vm, const Arguments& arguments) {
  deaths.push_back(to_utf8(get_attribute(vm, arguments[0], intern("label"))));
  return kNone;
}
constexpr NativeDescription kNoteDeath{"__del__", note_death, {0, -1}};

Value kept = kNull;
Ref resurrect(Vm&, const Arguments& arguments) {
  incref(kept = arguments[0]);
  return kNone;
}
constexpr NativeDescription kResurrect{"__del__", resurrect, {0, -1}};

struct CollectorFixture : Objects {
  // A native function is no descriptor, so the finaliser sits in the class as a method descriptor.
  Ref make_class(const NativeDescription& del) {
    Ref namespace_ = Ref::take(new_dict());
    Ref method = make_method_descriptor(del, &object_type, NativeKind::Method);
    dict_set_str(namespace_.as<Dict>(), names.del, method);
    return call(vm, Value::of(&type_type), {text("C"), make_tuple({}), namespace_});
  }
  Ref make(const Ref& type, const char* label) {
    Ref object = call(vm, type);
    REQUIRE(set_attribute(vm, object, intern("label"), text(label)));
    return object;
  }
};

}  // namespace

TEST_CASE_FIXTURE(CollectorFixture, "a list that contains itself is found") {
  collector.collect(vm, 2);
  Ref list = Ref::take(new_list());
  list_append(list.as<List>(), list);
  CHECK(collector.collect(vm, 2) == 0);
  list = Ref();
  CHECK(collector.collect(vm, 2) == 1);
}

TEST_CASE_FIXTURE(CollectorFixture, "finalisers of a cycle run once, in order of creation, and memory goes back") {
  deaths.clear();
  Ref type = make_class(kNoteDeath);
  collector.collect(vm, 2);
  size_t before = heap.bytes_in_use();
  {
    Ref one = make(type, "one"), other = make(type, "other");
    REQUIRE(set_attribute(vm, one, intern("peer"), other));
    REQUIRE(set_attribute(vm, other, intern("peer"), one));
  }
  CHECK(deaths.empty());
  CHECK(collector.collect(vm, 2) == 2);
  CHECK(deaths == std::vector<std::string>{"one", "other"});
  CHECK(collector.collect(vm, 2) == 0);
  CHECK(heap.bytes_in_use() < before + 512);  // names stay interned
}

TEST_CASE_FIXTURE(CollectorFixture, "of many objects, those that the process does not hold for certain are put to the trial") {
  static Value root;
  Ref held = Ref::take(new_list()), elsewhere = Ref::take(new_list()), type = make_class(kNoteDeath);
  for (int i = 0; i < 100'000; ++i) list_append(held.as<List>(), Ref::take(new_list()));
  list_append(elsewhere.as<List>(), Ref::take(new_list()));
  collector.collect(vm, 1);  // they are old now
  root = held;
  vm.visit_roots = [](Vm&, Visitor& visitor) { visitor.visit(root); };
  CHECK(collector.collect(vm, 2) == 0);
  deaths.clear();
  {
    Ref one = make(type, "one"), other = make(type, "other");
    REQUIRE(set_attribute(vm, one, intern("peer"), other));
    REQUIRE(set_attribute(vm, other, intern("peer"), one));
    REQUIRE(set_attribute(vm, other, intern("old"), held));
  }
  CHECK(collector.collect(vm, 2) == 2);
  CHECK(deaths == std::vector<std::string>{"one", "other"});
  CHECK(elsewhere.as<List>()->size == 1);
  int64_t tracked = 0;
  collector.for_each_tracked([&](Object*) { ++tracked; });
  CHECK(tracked > 100'000);
  vm.visit_roots = nullptr;
}

TEST_CASE_FIXTURE(CollectorFixture, "an object that its finaliser brought back lives on and is not finalised again") {
  Ref type = make_class(kResurrect);
  Ref object = make(type, "a");
  object = Ref();
  REQUIRE(!kept.is_null());
  CHECK(repr_of(get_attribute(vm, kept, intern("label"))) == "'a'");
  decref(std::exchange(kept, kNull));
  CHECK(kept.is_null());
}

TEST_CASE_FIXTURE(CollectorFixture, "a chain of a million objects dies without deep recursion") {
  Ref head = Ref::take(new_list());
  for (int i = 0; i < 1'000'000; ++i) {
    Ref next = Ref::take(new_list());
    list_append(next.as<List>(), head);
    head = next;
  }
  size_t before = heap.bytes_in_use();
  head = Ref();
  CHECK(heap.bytes_in_use() < before / 10);
}

TEST_CASE_FIXTURE(CollectorFixture, "weak references die with their object") {
  deaths.clear();
  Ref type = make_class(kNoteDeath);
  Ref object = make(type, "a");
  Ref reference = make_weak_reference(vm, &weak_reference_type, object, kNull);
  REQUIRE(reference);
  CHECK(call(vm, reference).get() == object.get());
  CHECK(make_weak_reference(vm, &weak_reference_type, object, kNull).get() == reference.get());
  object = Ref();
  CHECK(deaths == std::vector<std::string>{"a"});
  CHECK(call(vm, reference).get().is_none());
  CHECK(!make_weak_reference(vm, &weak_reference_type, Value::small(3), kNull));
  CHECK(failure() == "TypeError: cannot create weak reference to 'int' object");
}

}  // namespace gilsim::python
