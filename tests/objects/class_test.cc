// Classes as programs make them: attributes, special methods, inheritance.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/shape.h"
#include "tests/objects/fixture.h"

namespace gilsim::python {

namespace {

Ref answer(Vm&, const Arguments&) { return make_int(42); }
Ref first(Vm&, const Arguments& arguments) { return arguments[0]; }
constexpr NativeDescription kAnswer{"answer", answer, {0, -1, true}};
constexpr NativeDescription kFirst{"first", first, {0, -1, true}};

struct ClassFixture : Objects {
  Ref make_class(const char* name, std::initializer_list<Value> bases, const Ref& namespace_ = Ref::take(new_dict())) {
    return call(vm, Value::of(&type_type), {text(name), make_tuple(bases), namespace_});
  }
  void set(const Ref& dictionary, const char* name, Value value) { dict_set_str(dictionary.as<Dict>(), intern(name), value); }
};

}  // namespace

TEST_CASE_FIXTURE(ClassFixture, "instances hold attributes in order of a shared shape") {
  Ref type = make_class("C", {});
  REQUIRE(type);
  Ref one = call(vm, type), other = call(vm, type);
  for (const Ref& each : {one, other}) {
    CHECK(set_attribute(vm, each, intern("x"), Value::small(1)));
    CHECK(set_attribute(vm, each, intern("y"), Value::small(2)));
  }
  CHECK(attributes_of(one.get().object())->shape == attributes_of(other.get().object())->shape);
  CHECK(repr_of(get_attribute(vm, one, names.dict)) == "{'x': 1, 'y': 2}");
  CHECK(attributes_of(one.get().object())->shape == nullptr);
  CHECK(repr_of(get_attribute(vm, one, intern("y"))) == "2");
  CHECK(!get_attribute(vm, one, intern("z")));
  CHECK(failure() == "AttributeError: 'C' object has no attribute 'z'");
}

TEST_CASE_FIXTURE(ClassFixture, "more attributes than a shape takes go into a dict") {
  Ref object = call(vm, make_class("C", {}));
  for (int i = 0; i < 100; ++i) REQUIRE(set_attribute(vm, object, intern("a" + std::to_string(i)), Value::small(i)));
  for (int i = 0; i < 100; ++i) CHECK(get_attribute(vm, object, intern("a" + std::to_string(i))).get() == Value::small(i));
  CHECK(attributes_of(object.get().object())->shape == nullptr);
}

TEST_CASE_FIXTURE(ClassFixture, "special methods become operations, also when they are set later") {
  Ref namespace_ = Ref::take(new_dict());
  set(namespace_, "__call__", make_native(kAnswer, kNull, kNull));
  Ref type = make_class("C", {}, namespace_);
  Ref derived = make_class("D", {type});
  Ref object = call(vm, derived);
  CHECK(repr_of(call(vm, object)) == "42");
  CHECK(length(vm, object) == -1);
  CHECK(failure() == "TypeError: object of type 'D' has no len()");
  CHECK(set_attribute(vm, type, names.len, make_native(kAnswer, kNull, kNull)));
  CHECK(length(vm, object) == 42);
  CHECK(set_attribute(vm, type, names.len, kNull));
  CHECK(length(vm, object) == -1);
}

TEST_CASE_FIXTURE(ClassFixture, "the MRO is linearised and conflicts are refused") {
  Ref a = make_class("A", {}), b = make_class("B", {a}), c = make_class("C", {a}), d = make_class("D", {b, c});
  CHECK(repr_of(get_attribute(vm, d, names.mro)) ==
        "(<class 'D'>, <class 'B'>, <class 'C'>, <class 'A'>, <class 'object'>)");
  CHECK(!make_class("E", {a, b}));
  CHECK(failure() == "TypeError: Cannot create a consistent method resolution\norder (MRO) for bases A, B");
  CHECK(!make_class("F", {Value::of(&int_type), Value::of(&str_type)}));
  CHECK(failure() == "TypeError: multiple bases have instance lay-out conflict");
  CHECK(!make_class("G", {Value::of(&bool_type)}));
  CHECK(failure() == "TypeError: type 'bool' is not an acceptable base type");
}

TEST_CASE_FIXTURE(ClassFixture, "slots are places of their own and die with the instance") {
  Ref namespace_ = Ref::take(new_dict());
  set(namespace_, "__slots__", make_tuple({text("x"), text("y")}));
  Ref type = make_class("C", {}, namespace_);
  REQUIRE(type);
  Ref object = call(vm, type), held = call(vm, type);
  uint32_t before = held.get().object()->refcount;
  CHECK(set_attribute(vm, object, intern("x"), held));
  CHECK(held.get().object()->refcount == before + 1);
  CHECK(!set_attribute(vm, object, intern("z"), held));
  CHECK(failure() == "AttributeError: 'C' object has no attribute 'z'");
  object = Ref();
  CHECK(held.get().object()->refcount == before);
}

TEST_CASE_FIXTURE(ClassFixture, "== is identity and makes != unless the class says otherwise") {
  Ref type = make_class("C", {});
  Ref one = call(vm, type), other = call(vm, type);
  CHECK(equals(vm, one, one) == 1);
  CHECK(equals(vm, one, other) == 0);
  CHECK(compare_truth(vm, one, other, CompareOperator::NotEqual) == 1);
  CHECK(!compare(vm, one, other, CompareOperator::Less));
  CHECK(failure() == "TypeError: '<' not supported between instances of 'C' and 'C'");
}

TEST_CASE_FIXTURE(ClassFixture, "a class that defines == without hash is unhashable") {
  Ref namespace_ = Ref::take(new_dict());
  set(namespace_, "__eq__", make_native(kFirst, kNull, kNull));
  Ref object = call(vm, make_class("C", {}, namespace_));
  Hash result;
  CHECK(!hash(vm, object, &result));
  CHECK(failure() == "TypeError: unhashable type: 'C'");
}

TEST_CASE_FIXTURE(ClassFixture, "subclasses of built-in types keep their operations") {
  Ref type = make_class("Row", {Value::of(&list_type)});
  Ref row = call(vm, type, {make_tuple({Value::small(1), Value::small(2)})});
  REQUIRE(row);
  CHECK(repr_of(row) == "[1, 2]");
  CHECK(length(vm, row) == 2);
  CHECK(set_attribute(vm, row, intern("label"), text("a")));
  CHECK(repr_of(get_attribute(vm, row, intern("label"))) == "'a'");
  Ref number = call(vm, make_class("Number", {Value::of(&int_type)}), {Value::small(5)});
  REQUIRE(number);
  CHECK(repr_of(binary(vm, Binary::Add, number, Value::small(1))) == "6");
}

TEST_CASE_FIXTURE(ClassFixture, "slot wrappers call the operation of the type they come from") {
  Ref wrapper = get_attribute(vm, Value::of(&object_type), names.repr);
  CHECK(repr_of(wrapper) == "<slot wrapper '__repr__' of 'object' objects>");
  Ref list = make_tuple({});
  CHECK(repr_of(call(vm, wrapper, {list})).starts_with("'<tuple object at 0x"));
  CHECK(!call(vm, get_attribute(vm, Value::of(&int_type), intern("__add__")), {text("a"), Value::small(1)}));
  CHECK(failure() == "TypeError: descriptor '__add__' requires a 'int' object but received a 'str'");
}

}  // namespace gilsim::python
