// Text: widths, growing in place, hashes, interning, codecs.
#include "interpreter/objects/str.h"

#include "interpreter/objects/character.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/number_format.h"
#include "tests/objects/fixture.h"
#include "interpreter/syntax/unicode.h"

namespace gilsim::python {

namespace {

int width(const Ref& text) { return static_cast<int>(text.as<Str>()->width); }

}  // namespace

TEST_CASE_FIXTURE(Objects, "a text has the least width that holds it") {
  CHECK(width(text("abc")) == 1);
  CHECK(width(text("é")) == 1);
  CHECK(width(text("中")) == 2);
  CHECK(width(text("a😀")) == 4);
  Ref wide = text("a😀b");
  CHECK(width(str_slice(wide.as<Str>(), 0, 1)) == 1);
  CHECK(str_equal(str_slice(wide.as<Str>(), 2, 3).as<Str>(), text("b").as<Str>()));
}

TEST_CASE_FIXTURE(Objects, "a text that nobody else holds grows in place") {
  Ref growing = make_str("a long enough text");
  Value before = growing;
  growing = str_append(vm, std::move(growing), text("!"));
  CHECK(growing.get() == before);
  CHECK(to_utf8(growing) == "a long enough text!");
  Ref shared = growing;
  Ref longer = str_append(vm, std::move(growing), text("?"));
  CHECK(to_utf8(shared) == "a long enough text!");
  CHECK(to_utf8(longer) == "a long enough text!?");
  for (int i = 0; i < 2000; ++i) longer = str_append(vm, std::move(longer), text("xy"));
  CHECK(to_utf8(longer).size() == 4020);
  size_t used = heap.bytes_in_use();
  longer = Ref();
  CHECK(heap.bytes_in_use() + 4020 <= used);
}

TEST_CASE_FIXTURE(Objects, "hashes are those of PYTHONHASHSEED=0") {
  CHECK(str_hash(text("a").as<Str>()) == 4644417185603328019);
  CHECK(str_hash(text("hello world!").as<Str>()) == 839851713330019024);
  CHECK(str_hash(text("中文").as<Str>()) == 501833946989431548);
  CHECK(str_hash(text("").as<Str>()) == 0);
}

TEST_CASE_FIXTURE(Objects, "interned texts are one object") {
  Ref first = make_str("some name"), second = make_str("some name");
  CHECK(first.get() != second.get());
  CHECK(intern(first.as<Str>()) == intern(second.as<Str>()));
  CHECK(intern("some name") == intern(first.as<Str>()));
  CHECK(intern("变量") == intern(text("变量").as<Str>()));
  CHECK(make_str("x").get() == make_str(U'x').get());
}

TEST_CASE_FIXTURE(Objects, "searching goes by characters, not by bytes") {
  Ref line = text("ĀāĀ");  // 00 01 01 01 00 01: "\x01\x01" stands in it only across characters
  char32_t crossing = 0x101;
  Ref part = make_str(&crossing, 1);
  CHECK(str_find(line.as<Str>(), part.as<Str>(), 0, 3) == 1);
  CHECK(str_find(text("中文字").as<Str>(), text("字").as<Str>(), 0, 3) == 2);
  CHECK(str_find(text("中文字a").as<Str>(), text("a").as<Str>(), 0, 4) == 3);
  CHECK(str_find_last(text("abab").as<Str>(), text("ab").as<Str>(), 0, 4) == 2);
  CHECK(str_find(text("abc").as<Str>(), text("中").as<Str>(), 0, 3) == -1);
}

TEST_CASE_FIXTURE(Objects, "repr escapes what cannot be printed") {
  CHECK(repr_of(text("it's")) == "\"it's\"");
  CHECK(repr_of(text("a\n\x7f\xC2\xA0中")) == "'a\\n\\x7f\\xa0中'");
  CHECK(to_utf8(str_ascii(text("é中😀").as<Str>())) == "\\xe9\\u4e2d\\U0001f600");
}

TEST_CASE_FIXTURE(Objects, "codecs name what they cannot do") {
  Ref ascii = text("ascii"), replace = text("replace");
  CHECK(repr_of(encode(vm, text("aé").as<Str>(), ascii, kNull)) ==
        "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 1: ordinal not in "
        "range(128)");
  CHECK(repr_of(encode(vm, text("aé").as<Str>(), ascii, replace)) == "b'a?'");
  Ref octets = encode(vm, text("é中😀").as<Str>(), kNull, kNull);
  CHECK(repr_of(octets) == "b'\\xc3\\xa9\\xe4\\xb8\\xad\\xf0\\x9f\\x98\\x80'");
  CHECK(repr_of(decode(vm, "a\xE4\xB8", octets, kNull, replace)) == "'a\xEF\xBF\xBD'");
}

TEST_CASE("case mapping follows Unicode's special cases") {
  char32_t out[3];
  CHECK((to_upper(U'ß', out) == 2 && out[0] == 'S' && out[1] == 'S'));
  CHECK((to_title(U'ǆ', out) == 1 && out[0] == U'ǅ'));
  CHECK((to_lower(U'İ', out) == 2 && out[1] == 0x307));
  CHECK(decimal_value(U'٣') == 3);
  CHECK_FALSE(syntax::is_printable(0x3000));
}

TEST_CASE_FIXTURE(Objects, "f-strings format numbers and text by their specification") {
  auto formatted = [&](Value value, std::string_view spec) {
    Ref result = format_value(vm, value, 0, text(spec));
    return result ? to_utf8(result) : failure();
  };
  CHECK(formatted(Value::small(1234567), "015,d") == "000,001,234,567");
  CHECK(formatted(Value::small(-255), "#_x") == "-0xff");
  CHECK(formatted(make_float(1234.5), "^+12,.2f") == " +1,234.50  ");
  CHECK(formatted(make_float(100.0), ".3") == "1e+02");
  CHECK(formatted(text("中文"), "*^6") == "**中文**");
  CHECK(formatted(Value::small(5), ",.3") == "ValueError: Precision not allowed in integer format specifier");
  CHECK(formatted(text("a"), "d") == "ValueError: Unknown format code 'd' for object of type 'str'");
}

}  // namespace gilsim::python
