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

void clear_intern_table();

inline bool is_ascii(std::string_view text) {
  const char* position = text.data();
  const char* end = position + text.size();
  for (; end - position >= 8; position += 8) {
    uint64_t word;
    std::memcpy(&word, position, 8);
    if (word & 0x8080808080808080) return false;
  }
  for (; position < end; ++position)
    if (*position & 0x80) return false;
  return true;
}

// memcpy for texts, which are mostly short: up to 16 bytes without a call, as two words that may overlap.
inline void copy_bytes(void* to, const void* from, size_t size) {
  auto *target = static_cast<char*>(to);
  auto *source = static_cast<const char*>(from);
  auto two_words = [&](auto first, auto last) {
    std::memcpy(&first, source, sizeof first);
    std::memcpy(&last, source + size - sizeof last, sizeof last);
    std::memcpy(target, &first, sizeof first);
    std::memcpy(target + size - sizeof last, &last, sizeof last);
  };
  if (size > 16) std::memcpy(target, source, size);
  else if (size >= 8) two_words(uint64_t{}, uint64_t{});
  else if (size >= 4) two_words(uint32_t{}, uint32_t{});
  else if (size >= 2) two_words(uint16_t{}, uint16_t{});
  else if (size == 1) *target = *source;
}

// memcmp() == 0 in the same way.
inline bool equal_bytes(const void* left, const void* right, size_t size) {
  auto *a = static_cast<const char*>(left), *b = static_cast<const char*>(right);
  auto two_words = [&](auto first, auto last) {
    auto other_first = first, other_last = last;
    std::memcpy(&first, a, sizeof first);
    std::memcpy(&last, a + size - sizeof last, sizeof last);
    std::memcpy(&other_first, b, sizeof first);
    std::memcpy(&other_last, b + size - sizeof last, sizeof last);
    return ((first ^ other_first) | (last ^ other_last)) == 0;
  };
  if (size > 16) return std::memcmp(a, b, size) == 0;
  if (size >= 8) return two_words(uint64_t{}, uint64_t{});
  if (size >= 4) return two_words(uint32_t{}, uint32_t{});
  if (size >= 2) return two_words(uint16_t{}, uint16_t{});
  return size == 0 || *a == *b;
}

// str_equal() of texts that are other objects with the same hash.
inline bool same_text(const Str* left, const Str* right) {
  return left->length == right->length && left->width == right->width &&
         equal_bytes(left->data1(), right->data1(), static_cast<size_t>(left->byte_count()));
}

// REQUIRES: the characters copied fit the width of `to`.
inline void copy_text(Str* to, int64_t at, const Str* from, int64_t start, int64_t count) {
  if (to->width == from->width) {
    auto width = static_cast<int64_t>(to->width);
    copy_bytes(to->data1() + at * width, from->data1() + start * width, static_cast<size_t>(count * width));
    return;
  }
  visit_text(from, [&](const auto* source) {
    if (to->width == 1) std::copy_n(source + start, count, to->data1() + at);
    else if (to->width == 2) std::copy_n(source + start, count, to->data2() + at);
    else std::copy_n(source + start, count, to->data4() + at);
  });
}

}  // namespace gilsim::python
