// str: padding and stripping.
#include <algorithm>

#include "interpreter/objects/character.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/format_spec.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str_copy.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

// A width argument; false with TypeError or OverflowError pending.
bool read_width(Vm& vm, Value value, int64_t* width) {
  if (is_int(value) && !int64_of(value)) {
    (void)raise(vm, exceptions::OverflowError, "Python int too large to convert to C ssize_t");
    return false;
  }
  return as_int64(vm, value, width);
}

bool read_fill(Vm& vm, Value value, char32_t* fill) {
  *fill = ' ';
  if (value.is_null()) return true;
  if (!is_str(value)) {
    (void)raise(vm, exceptions::TypeError, "The fill character must be a unicode character, not {}",
                type_name(value));
    return false;
  }
  if (value.as<Str>()->length != 1) {
    (void)raise(vm, exceptions::TypeError, "The fill character must be exactly one character long");
    return false;
  }
  *fill = value.as<Str>()->at(0);
  return true;
}

// The text with `left` and `right` fill characters around it.
Ref surround(Vm& vm, Value text, int64_t left, int64_t right, char32_t fill) {
  auto* inner = text.as<Str>();
  if (left <= 0 && right <= 0) return str_plain(text);
  left = std::max<int64_t>(left, 0), right = std::max<int64_t>(right, 0);
  int64_t length;
  if (__builtin_add_overflow(inner->length + left, right, &length))
    return raise(vm, exceptions::OverflowError, "padded string is too long");
  Str* result = new_str_checked(vm, length, std::max(kWidest[inner->width], fill));
  if (!result) return {};
  visit_text(result, [&](auto* data) {
    std::fill_n(data, left, fill);
    std::fill_n(data + left + inner->length, right, fill);
  });
  copy_text(result, left, inner, 0, inner->length);
  return Ref::take(result);
}

struct Field {
  int64_t missing;  // characters to the width
  char32_t fill;
};

bool read_field(Vm& vm, const Arguments& arguments, Field* field) {
  int64_t width;
  if (!read_width(vm, arguments[1], &width) || !read_fill(vm, arguments.optional(2), &field->fill))
    return false;
  field->missing = std::max<int64_t>(0, width) - arguments[0].as<Str>()->length;
  return true;
}

enum Side { kLeft = 1, kRight = 2, kBoth = 3 };

template <class IsStripped>
Ref strip_where(const Str* text, Side side, IsStripped is_stripped) {
  int64_t start = 0, stop = text->length;
  if (side & kLeft)
    while (start < stop && is_stripped(text->at(start))) ++start;
  if (side & kRight)
    while (stop > start && is_stripped(text->at(stop - 1))) --stop;
  return str_slice(text, start, stop);
}

Ref strip_side(Vm& vm, const Arguments& arguments, Side side, const char* name) {
  auto* text = arguments[0].as<Str>();
  Value set = arguments.optional(1, kNone);
  if (set.is_none()) return strip_where(text, side, is_space_character);
  if (!is_str(set)) return raise(vm, exceptions::TypeError, "{} arg must be None or str", name);
  auto* characters = set.as<Str>();
  return strip_where(text, side, [&](char32_t c) {
    for (int64_t i = 0; i < characters->length; ++i)
      if (characters->at(i) == c) return true;
    return false;
  });
}

}  // namespace

namespace str_methods {

Ref ljust(Vm& vm, const Arguments& arguments) {
  Field field;
  return read_field(vm, arguments, &field) ? surround(vm, arguments[0], 0, field.missing, field.fill) : Ref();
}

Ref rjust(Vm& vm, const Arguments& arguments) {
  Field field;
  return read_field(vm, arguments, &field) ? surround(vm, arguments[0], field.missing, 0, field.fill) : Ref();
}

Ref center(Vm& vm, const Arguments& arguments) {
  Field field;
  if (!read_field(vm, arguments, &field)) return {};
  if (field.missing <= 0) return str_plain(arguments[0]);
  // An odd space goes to the left when the width is odd too.
  int64_t width = field.missing + arguments[0].as<Str>()->length;
  int64_t left = field.missing / 2 + (field.missing & width & 1);
  return surround(vm, arguments[0], left, field.missing - left, field.fill);
}

Ref zfill(Vm& vm, const Arguments& arguments) {
  int64_t width;
  if (!read_width(vm, arguments[1], &width)) return {};
  auto* text = arguments[0].as<Str>();
  Ref result = surround(vm, arguments[0], width - text->length, 0, '0');
  int64_t zeros = width - text->length;
  if (!result || zeros <= 0 || text->length == 0 || (text->at(0) != '+' && text->at(0) != '-')) return result;
  visit_text(result.as<Str>(), [&](auto* data) { std::swap(data[0], data[zeros]); });
  return result;
}

Ref expandtabs(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"tabsize"};
  Value out[1];
  int64_t size = 8;
  if (!bind(vm, arguments.without_first(), {.function = "expandtabs", .names = kNames, .count = 1}, out))
    return {};
  if (!out[0].is_null() && !as_int64(vm, out[0], &size)) return {};
  auto* text = arguments[0].as<Str>();
  std::u32string result;
  int64_t column = 0;
  for (int64_t i = 0; i < text->length; ++i) {
    char32_t c = text->at(i);
    if (c == '\t') {
      int64_t spaces = size > 0 ? size - column % size : 0;
      if (heap.refuses((result.size() + static_cast<size_t>(spaces)) * 4))
        return raise(vm, exceptions::MemoryError);
      result.append(static_cast<size_t>(spaces), U' ');
      column += spaces;
      continue;
    }
    result += c;
    column = c == '\n' || c == '\r' ? 0 : column + 1;
  }
  charge_characters(vm, static_cast<int64_t>(result.size()));
  return make_str(result.data(), static_cast<int64_t>(result.size()));
}

Ref strip(Vm& vm, const Arguments& arguments) { return strip_side(vm, arguments, kBoth, "strip"); }
Ref lstrip(Vm& vm, const Arguments& arguments) { return strip_side(vm, arguments, kLeft, "lstrip"); }
Ref rstrip(Vm& vm, const Arguments& arguments) { return strip_side(vm, arguments, kRight, "rstrip"); }

}  // namespace str_methods

}  // namespace gilsim::python
