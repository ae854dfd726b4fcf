#include "interpreter/modules/re/source.h"

#include <algorithm>

#include "interpreter/objects/character.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"
#include "interpreter/syntax/unicode.h"

namespace gilsim::python::re {

std::u32string Source::take_while(int most, std::u32string_view characters) {
  std::u32string result;
  for (; most > 0 && next_.is_one_of(characters); --most) result += take().first;
  return result;
}

std::u32string Source::take_until(char32_t terminator, std::string_view what) {
  std::u32string result;
  while (!(next_ == terminator)) {
    if (!next_) {
      if (result.empty())
        fail(fmt::format("missing {}", what));
      else
        fail(fmt::format("missing {}, unterminated name", static_cast<char>(terminator)), std::ssize(result));
      return result;
    }
    result += next_.first;
    if (next_.is_escape()) result += next_.second;
    read();
  }
  read();
  if (result.empty()) fail(fmt::format("missing {}", what), 1);
  return result;
}

void Source::fail(Problem problem) {
  if (has_failed()) return;
  problem_ = std::move(problem);
  seek(std::ssize(text_));
}

void Source::read() {
  next_ = {};
  if (end_ >= std::ssize(text_)) return;
  next_.first = text_[static_cast<size_t>(end_++)];
  next_.size = 1;
  if (next_.first != '\\') return;
  if (end_ == std::ssize(text_)) {
    fail({Problem::Kind::PatternError, "bad escape (end of pattern)", end_ - 1});
    return;
  }
  next_.second = text_[static_cast<size_t>(end_++)];
  next_.size = 2;
}

std::string shown(std::u32string_view text, bool is_text) {
  std::string result;
  for (const char32_t c : text) {
    if (is_text || c < 0x80)
      syntax::append_utf8(result, c);
    else
      result += fmt::format("\\x{:02x}", static_cast<uint32_t>(c));
  }
  return result;
}

std::string quoted(std::u32string_view text, bool is_text) {
  Ref str = make_str(text.data(), std::ssize(text));
  Ref quoted = is_text ? str_repr(*running_vm, str) : ascii(*running_vm, str);
  return quoted ? to_utf8(quoted) : "";
}

bool is_ascii_letter(char32_t c) {
  return c < 0x80 && is_alphabetic(c);
}

bool is_identifier(std::u32string_view name) {
  return !name.empty() && syntax::can_start_name(name[0]) &&
         std::all_of(name.begin() + 1, name.end(), syntax::can_continue_name);
}

bool is_ascii(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x80; });
}

PatternWarning warning_of_name(std::u32string_view name, bool is_text, int64_t position) {
  return {fmt::format("bad character in group name {} at position {}", quoted(name, is_text),
                      position - std::ssize(name) - 1),
          true};
}

bool is_ascii_number(std::u32string_view text) {
  return text.find_first_not_of(kDigits) == text.npos && !text.empty();
}

int read_group_number(std::u32string_view text) {
  Vm& vm = *running_vm;
  Ref str = make_str(text.data(), std::ssize(text));
  Ref number = call(vm, Value::of(&int_type), {str});
  if (!number) {
    clear_pending(vm);
    return -1;
  }
  if (int_sign(number) < 0) return -1;
  return static_cast<int>(std::min<int64_t>(int64_of(number).value_or(INT32_MAX), INT32_MAX));
}

uint64_t read_number(std::u32string_view digits, int base) {
  uint64_t result = 0;
  for (const char32_t c : digits) {
    const int digit = c <= '9' ? static_cast<int>(c - '0') : static_cast<int>((c | 32) - 'a' + 10);
    result = std::min<uint64_t>(result * base + digit, uint64_t{1} << 40);
  }
  return result;
}

char32_t simple_escape(char32_t escaped) {
  switch (escaped) {
    case 'a': return '\a';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    case '\\': return '\\';
    default: return 0;
  }
}

}  // namespace gilsim::python::re
