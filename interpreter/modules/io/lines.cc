#include "interpreter/modules/io/lines.h"

#include <vector>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python::io {

bool read_newline(Vm& vm, Value given, uint8_t if_not_given, bool shows_quotes, uint8_t* result) {
  if (given.is_null()) return *result = if_not_given, true;
  if (given.is_none()) return *result = kUniversal, true;
  if (!is_str(given)) return fail(vm, exceptions::TypeError, "newline must be str or None, not {}", type_name(given));
  const std::string text = to_utf8(given);
  constexpr std::string_view kForms[] = {"\n", "?", "", "\r", "\r\n"};
  for (uint8_t i = 0; i < std::size(kForms); ++i)
    if (i != kUniversal && text == kForms[i]) return *result = i, true;
  return fail(vm, exceptions::ValueError, "illegal newline value: {}", shows_quotes ? repr_utf8(vm, given) : text);
}

Ref newlines_of(uint8_t seen) {
  std::vector<Ref> kinds;
  if (seen & kSawCarriageReturn) kinds.push_back(make_str("\r"));
  if (seen & kSawLineFeed) kinds.push_back(make_str("\n"));
  if (seen & kSawBoth) kinds.push_back(make_str("\r\n"));
  if (kinds.size() < 2) return kinds.empty() ? Ref(kNone) : kinds[0];
  std::vector<Value> values(kinds.begin(), kinds.end());
  return make_tuple(values.data(), static_cast<int64_t>(values.size()));
}

std::u32string with_line_feeds(std::u32string_view text, uint8_t* seen) {
  std::u32string result;
  result.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_return = text[i] == '\r';
    const bool is_both = is_return && i + 1 < text.size() && text[i + 1] == '\n';
    if (is_both) ++i;
    if (is_return || text[i] == '\n') *seen |= is_both ? kSawBoth : is_return ? kSawCarriageReturn : kSawLineFeed;
    result += is_return ? U'\n' : text[i];
  }
  return result;
}

std::u32string with_line_ends(std::u32string_view text, std::u32string_view line_end) {
  std::u32string result;
  for (const char32_t character : text) {
    if (character == '\n') result += line_end;
    else result += character;
  }
  return result;
}

}  // namespace gilsim::python::io
