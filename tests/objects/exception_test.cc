#include "interpreter/objects/exception.h"

#include "interpreter/objects/caret_line.h"
#include "interpreter/objects/exception_types.h"
#include "interpreter/objects/list.h"
#include "tests/objects/fixture.h"

namespace gilsim::python {

TEST_CASE_FIXTURE(Objects, "reprs and texts of exceptions") {
  using namespace exceptions;
  auto make = [&](Type& type, std::initializer_list<Value> arguments) { return make_exception(vm, type, arguments); };
  CHECK(repr_of(make(ValueError, {text("x")})) == "ValueError('x')");
  CHECK(repr_of(make(ValueError, {})) == "ValueError()");
  CHECK(to_utf8(str(vm, make(KeyError, {text("a")}))) == "'a'");
  CHECK(repr_of(make(OSError, {Value::small(2), text("no"), text("f")})) == "FileNotFoundError(2, 'no')");
  CHECK(to_utf8(str(vm, make(OSError, {Value::small(2), text("no"), text("f")}))) == "[Errno 2] no: 'f'");
  CHECK(stop_iteration_value(make(StopIteration, {Value::small(3)})) == Value::small(3));
  CHECK(to_utf8(str(vm, make(UnicodeEncodeError, {text("ascii"), text("a中"), Value::small(1), Value::small(2), text("bad")}))) ==
        "'ascii' codec can't encode character '\\u4e2d' in position 1: bad");
}

TEST_CASE_FIXTURE(Objects, "raising while handling links the context, without rings") {
  Ref handled = make_exception(vm, exceptions::KeyError, {});
  incref(handled);
  thread.bottom_handled.exception = handled;
  raise(vm, exceptions::ValueError, "x");
  Ref raised = take_pending_exception(vm);
  CHECK(raised.as<BaseException>()->context == handled.get());
  // Now the first is raised while the second is handled.
  thread.bottom_handled.exception = raised;
  (void)raise_exception(vm, handled);
  CHECK(handled.as<BaseException>()->context == raised.get());
  CHECK(raised.as<BaseException>()->context.is_null());
  clear_pending(vm);
  thread.bottom_handled.exception = kNull;
  decref(handled.get());
}

TEST_CASE_FIXTURE(Objects, "causes and contexts are printed before the exception they led to") {
  Ref cause = make_exception(vm, exceptions::KeyError, {text("k")}), error = make_exception(vm, exceptions::ValueError, {text("v")});
  REQUIRE(set_attribute(vm, error, names.cause, cause));
  CHECK(format_exception(vm, error) ==
        "KeyError: 'k'\n\nThe above exception was the direct cause of the following exception:\n\nValueError: v\n");
  REQUIRE(set_attribute(vm, error, names.cause, kNone));
  CHECK(format_exception(vm, error) == "ValueError: v\n");
}

TEST_CASE_FIXTURE(Objects, "groups are drawn as a tree") {
  Ref members = Ref::take(new_list());
  list_append(members.as<List>(), make_exception(vm, exceptions::ValueError, {text("a")}));
  list_append(members.as<List>(), make_exception(vm, exceptions::KeyError, {text("b")}));
  Ref group = make_exception(vm, exceptions::ExceptionGroup, {text("both"), members});
  REQUIRE(group);
  CHECK(format_exception(vm, group) ==
        "  | ExceptionGroup: both (2 sub-exceptions)\n"
        "  +-+---------------- 1 ----------------\n"
        "    | ValueError: a\n"
        "    +---------------- 2 ----------------\n"
        "    | KeyError: 'b'\n"
        "    +------------------------------------\n");
  Ref matching, rest;
  REQUIRE(split_exception_group(vm, group, Value::of(&exceptions::KeyError), &matching, &rest));
  CHECK(repr_of(matching) == "ExceptionGroup('both', [KeyError('b')])");
  CHECK(repr_of(rest) == "ExceptionGroup('both', [ValueError('a')])");
}

TEST_CASE("carets point at operators, brackets or the whole failing part") {
  auto carets = [](std::string_view line, int begin, int end) {
    std::string text = source_line_with_carets(line, {1, begin, 1, end});
    return text.substr(text.find('\n') + 1);
  };
  CHECK(carets("    return x / 0", 11, 16) == "           ~~^~~\n");
  CHECK(carets("    y = x   [ 0 ]", 8, 17) == "        ~^^^^^^^~\n");
  CHECK(carets("    f(1) + g(2)", 4, 8) == "    ^^^^\n");
  CHECK(carets("    f(1)", 4, 8) == "");
  CHECK(carets("    print('中文字', a[5])", 23, 27) == "                 ~^^^\n");
}

}  // namespace gilsim::python
