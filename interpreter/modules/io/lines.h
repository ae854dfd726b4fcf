// Lines in text and octets: where they end by the argument `newline` of open() and io.StringIO, and what becomes of line
// ends that are read or written.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "interpreter/objects/ref.h"

namespace gilsim::python::io {

enum Newline : uint8_t {
  kLineFeed,        // "\n": nothing is translated
  kUniversal,       // None: "\r" and "\r\n" become "\n"
  kUntranslated,    // "": lines end at "\r", "\n" and "\r\n"
  kCarriageReturn,  // "\r": "\n" becomes it when written
  kBoth,            // "\r\n": "\n" becomes it when written
};
// The kinds of line ends that were seen, a bit each.
enum LineEnd : uint8_t { kSawCarriageReturn = 1, kSawLineFeed = 2, kSawBoth = 4 };

// The argument `newline`; null: not given. False with TypeError or ValueError pending.
// `shows_quotes`: how the message has the value.
bool read_newline(Vm& vm, Value given, uint8_t if_not_given, bool shows_quotes, uint8_t* result);
// None, one line end, or a tuple of those that were seen: the attribute `newlines`.
Ref newlines_of(uint8_t seen);

// "\r\n" and "\r" as "\n"; adds what was seen.
std::u32string with_line_feeds(std::u32string_view text, uint8_t* seen);
std::u32string with_line_ends(std::u32string_view text, std::u32string_view line_end);

// The items of the first line, its end included; -1 when it has no end.
template <class Item>
int64_t find_line_end(const Item* text, int64_t count, uint8_t newline) {
  if constexpr (sizeof(Item) == 1) {
    if (newline <= kUniversal) {
      const void* end = count ? std::memchr(text, '\n', static_cast<size_t>(count)) : nullptr;
      return end ? static_cast<const Item*>(end) - text + 1 : -1;
    }
  }
  for (int64_t i = 0; i < count; ++i) {
    const bool is_return = text[i] == '\r', followed = i + 1 < count && text[i + 1] == '\n';
    if (newline == kUntranslated && is_return) return i + 1 + followed;
    if (newline == kCarriageReturn && is_return) return i + 1;
    if (newline == kBoth && is_return && followed) return i + 2;
    if (text[i] == '\n' && newline <= kUntranslated) return i + 1;
  }
  return -1;
}

template <class Item>
int64_t line_length(const Item* text, int64_t count, uint8_t newline) {
  const int64_t end = find_line_end(text, count, newline);
  return end < 0 ? count : end;
}

}  // namespace gilsim::python::io
