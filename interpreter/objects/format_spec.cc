#include "interpreter/objects/format_spec.h"

#include <algorithm>
#include <cstring>

#include "interpreter/objects/character.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/small_word.h"
#include "interpreter/objects/str_copy.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

bool is_alignment(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// Reads characters one by one; 0 behind the end.
struct Reader {
  const Str* text;
  int64_t position = 0;
  char32_t peek(int64_t ahead = 0) const {
    return position + ahead < text->length ? text->at(position + ahead) : 0;
  }
  bool take(char32_t c) {
    if (peek() != c || position >= text->length) return false;
    ++position;
    return true;
  }
};

// A number; -1: none. False: too long.
bool read_number(Vm& vm, Reader& reader, int64_t* number) {
  *number = -1;
  for (int digit; reader.position < reader.text->length && (digit = decimal_value(reader.peek())) >= 0;
       ++reader.position) {
    int64_t so_far = std::max<int64_t>(*number, 0);
    if (__builtin_mul_overflow(so_far, 10, number) || __builtin_add_overflow(*number, digit, number)) {
      (void)raise(vm, exceptions::ValueError, "Too many decimal digits in format string");
      return false;
    }
  }
  return true;
}

void read_alignment(Reader& reader, char default_align, FormatSpec* spec) {
  bool filled = false, aligned = false;
  spec->align = default_align;
  if (is_alignment(reader.peek(1))) {
    spec->fill = reader.peek();
    spec->align = static_cast<char>(reader.peek(1));
    reader.position += 2;
    filled = aligned = true;
  } else if (is_alignment(reader.peek())) {
    spec->align = static_cast<char>(reader.peek());
    ++reader.position;
    aligned = true;
  }
  if (char32_t c = reader.peek(); c == '+' || c == '-' || c == ' ') {
    spec->sign = static_cast<char>(c);
    ++reader.position;
  }
  spec->coerce_zero = reader.take('z');
  spec->alternate = reader.take('#');
  if (!filled && reader.take('0')) {
    spec->fill = '0';
    if (!aligned && default_align == '>') spec->align = '=';
  }
}

bool fail(Vm& vm, std::string_view message) {
  (void)raise(vm, exceptions::ValueError, message);
  return false;
}

bool read_grouping(Vm& vm, Reader& reader, FormatSpec* spec) {
  if (reader.take(',')) spec->grouping = ',';
  if (reader.take('_')) {
    if (spec->grouping) return fail(vm, "Cannot specify both ',' and '_'.");
    spec->grouping = '_';
  }
  if (reader.peek() == ',' && spec->grouping == '_') return fail(vm, "Cannot specify both ',' and '_'.");
  return true;
}

bool grouping_fits(const FormatSpec& spec) {
  if (!spec.grouping || spec.type == 0) return true;
  std::u32string_view known = spec.grouping == '_' ? U"defgEG%FboxX" : U"defgEG%F";
  return known.find(spec.type) != std::u32string_view::npos;
}

// What short specifications mean: programs use the same few again and again.
struct KnownSpec {
  uint64_t text = 0;  // up to seven characters, zeros behind them, and how many they are
  char default_align = 0;
  FormatSpec spec;
};
KnownSpec known_specs[64];
constexpr size_t kLongestKnown = 7;

uint64_t packed(std::string_view text) { return small_word(text.data(), std::ssize(text)) | uint64_t{text.size()} << 56; }

// Where a specification is or would be known.
KnownSpec& place_of_known(uint64_t text, char default_align) {
  return known_specs[((text + static_cast<unsigned char>(default_align)) * 0x9e3779b97f4a7c15) >> 58];
}

bool read_format_spec(Vm& vm, const Str* text, Value value, char default_align, FormatSpec* spec) {
  Reader reader{text};
  read_alignment(reader, default_align, spec);
  if (!read_number(vm, reader, &spec->width) || !read_grouping(vm, reader, spec)) return false;
  if (reader.take('.')) {
    if (!read_number(vm, reader, &spec->precision)) return false;
    if (spec->precision < 0) return fail(vm, "Format specifier missing precision");
  }
  if (text->length - reader.position > 1)
    return fail(vm, fmt::format("Invalid format specifier '{}' for object of type '{}'", to_utf8(text),
                                type_name(value)));
  spec->type = reader.peek();
  if (grouping_fits(*spec)) return true;
  if (spec->type > 32 && spec->type < 128)
    return fail(vm,
                fmt::format("Cannot specify '{}' with '{}'.", spec->grouping, static_cast<char>(spec->type)));
  return fail(vm, fmt::format("Cannot specify '{}' with '\\x{:x}'.", spec->grouping,
                              static_cast<unsigned>(spec->type)));
}

}  // namespace

const FormatSpec* known_format_spec(std::string_view text, char default_align) {
  if (text.size() > kLongestKnown) return nullptr;
  const uint64_t word = packed(text);
  const KnownSpec& known = place_of_known(word, default_align);
  return known.text == word && known.default_align == default_align ? &known.spec : nullptr;
}

bool parse_format_spec(Vm& vm, const Str* text, Value value, char default_align, FormatSpec* spec) {
  const std::string_view characters(reinterpret_cast<const char*>(text->data1()), static_cast<size_t>(text->length));
  const bool may_be_known = text->width == 1 && characters.size() <= kLongestKnown;
  if (const FormatSpec* known = may_be_known ? known_format_spec(characters, default_align) : nullptr)
    return *spec = *known, true;
  if (!read_format_spec(vm, text, value, default_align, spec)) return false;
  if (const uint64_t word = may_be_known ? packed(characters) : 0)
    place_of_known(word, default_align) = {word, default_align, *spec};
  return true;
}

Ref unknown_format_code(Vm& vm, char32_t type, Value value) {
  if (type > 32 && type < 128)
    return raise(vm, exceptions::ValueError, "Unknown format code '{}' for object of type '{}'",
                 static_cast<char>(type), type_name(value));
  return raise(vm, exceptions::ValueError, "Unknown format code '\\x{:x}' for object of type '{}'",
               static_cast<unsigned>(type), type_name(value));
}

namespace {

// Spaces (or what is filled with) before text of `length`; the rest comes after it.
int64_t left_padding(int64_t padding, char align) {
  if (align == '<') return 0;
  return align == '^' ? padding / 2 : padding;
}

template <class Characters>
Ref padded(Vm& vm, int64_t length, char32_t widest, const FormatSpec& spec, Characters copy_to) {
  int64_t padding = std::max<int64_t>(0, spec.width - length);
  Str* result = new_str_checked(vm, length + padding, padding ? std::max(widest, spec.fill) : widest);
  if (!result) return {};
  int64_t before = left_padding(padding, spec.align);
  visit_text(result, [&](auto* data) {
    std::fill_n(data, before, spec.fill);
    std::fill_n(data + before + length, padding - before, spec.fill);
  });
  copy_to(result, before);
  return Ref::take(result);
}

}  // namespace

Ref pad(Vm& vm, const Str* text, const FormatSpec& spec) {
  int64_t length = spec.precision >= 0 ? std::min<int64_t>(text->length, spec.precision) : text->length;
  if (length >= spec.width) return str_slice(text, 0, length);
  char32_t widest = 0;
  for (int64_t i = 0; text->width > 1 && i < length; ++i) widest |= text->at(i);
  return padded(vm, length, widest, spec,
                [&](Str* result, int64_t at) { copy_text(result, at, text, 0, length); });
}

namespace {

// The digits with separators every three (four for binary, octal and hexadecimal); zeros are put before them
// until they fill `least_width`.
std::string group_digits(std::string_view digits, const FormatSpec& spec, int64_t least_width) {
  int group =
      spec.grouping == '_' && (spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X')
          ? 4
          : 3;
  auto count = static_cast<int64_t>(digits.size());
  auto width_of_count = [&](int64_t n) { return spec.grouping && n > 0 ? n + (n - 1) / group : n; };
  while (width_of_count(count) < least_width) ++count;
  std::string all = std::string(static_cast<size_t>(count) - digits.size(), '0').append(digits);
  if (!spec.grouping) return all;
  std::string grouped;
  for (int64_t i = 0; i < count; ++i) {
    if (i && (count - i) % group == 0) grouped += spec.grouping;
    grouped += all[static_cast<size_t>(i)];
  }
  return grouped;
}

}  // namespace

Ref pad_number(Vm& vm, std::string_view prefix, std::string_view digits, std::string_view rest,
               const FormatSpec& spec) {
  if (spec.width < 0 && !spec.grouping) {
    std::string text;
    text.reserve(prefix.size() + digits.size() + rest.size());
    return make_ascii_str(text.append(prefix).append(digits).append(rest));
  }
  auto around = static_cast<int64_t>(prefix.size() + rest.size());
  if (spec.width > around && heap.refuses(static_cast<size_t>(spec.width)))
    return raise(vm, exceptions::MemoryError);
  bool zeros = spec.fill == '0' && spec.align == '=';
  std::string body = group_digits(digits, spec, zeros ? spec.width - around : 0).append(rest);
  auto length = static_cast<int64_t>(prefix.size() + body.size());
  if (length >= spec.width) return make_ascii_str(std::string(prefix).append(body));
  if (spec.align == '=') {  // the padding goes between sign and digits
    std::string inner(static_cast<size_t>(spec.width - length),
                      spec.fill < 128 ? static_cast<char>(spec.fill) : ' ');
    if (spec.fill < 128) return make_ascii_str(std::string(prefix).append(inner).append(body));
    Ref sign = make_ascii_str(prefix), number = make_ascii_str(body);
    Ref fill = make_str(spec.fill);
    Ref padding = str_repeat(vm, fill.as<Str>(), spec.width - length);
    Ref front = str_concatenate(vm, sign, padding);
    return str_concatenate(vm, front, number);
  }
  Ref text = make_ascii_str(std::string(prefix).append(body));
  FormatSpec whole = spec;
  whole.precision = -1;
  return pad(vm, text.as<Str>(), whole);
}

}  // namespace gilsim::python
