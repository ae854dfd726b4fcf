// Copying characters between texts of different widths.
#pragma once

#include <algorithm>
#include <cstring>

#include "interpreter/objects/str.h"

namespace gilsim::python {

// The widest character of a width: what new_str() takes to make a text of that width.
inline constexpr char32_t kWidest[] = {0, 0xFF, 0xFFFF, 0, 0x10FFFF};

// An exact str with the same text.
Ref str_copy(const Str* text);

// The same text in the least width that holds it; `text` itself when it has that already.
Ref str_narrow(const Str* text);

void append_utf8(std::string& out, char32_t character);

// REQUIRES: the characters copied fit the width of `to`.
inline void copy_text(Str* to, int64_t at, const Str* from, int64_t start, int64_t count) {
  if (to->width == from->width) {
    auto width = static_cast<int64_t>(to->width);
    std::memcpy(to->data1() + at * width, from->data1() + start * width, static_cast<size_t>(count * width));
    return;
  }
  visit_text(from, [&](const auto* source) {
    if (to->width == 1) std::copy_n(source + start, count, to->data1() + at);
    else if (to->width == 2) std::copy_n(source + start, count, to->data2() + at);
    else std::copy_n(source + start, count, to->data4() + at);
  });
}

}  // namespace gilsim::python
