#include "interpreter/syntax/source.h"

#include <algorithm>
#include <string>

#include "interpreter/syntax/source_encoding.h"
#include "interpreter/syntax/unicode.h"

namespace gilsim::syntax {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// Offsets are 32-bit; nothing that anybody wrote is near this size.
constexpr size_t kMaximumSize = 1u << 30;

std::string with_plain_newlines(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + 1);
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r') {
      text += bytes[i];
    } else if (i + 1 == bytes.size() || bytes[i + 1] != '\n') {
      text += '\n';
    }
  }
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text;
}

}  // namespace

Source::Source(std::string_view bytes, Arena& arena) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  check_bytes(bytes);
  if (problem_) return;
  text_ = arena.copy(std::string_view(with_plain_newlines(bytes)));
  find_lines();
}

void Source::check_bytes(std::string_view bytes) {
  if (bytes.size() > kMaximumSize) {
    problem_ = unsupported({RemarkId::source_too_large}, {});
  } else if (bytes.find('\0') != bytes.npos) {
    size_t nul = bytes.find('\0');
    auto line =
        1 + static_cast<int>(std::count(bytes.begin(), bytes.begin() + static_cast<ptrdiff_t>(nul), '\n'));
    size_t start = bytes.rfind('\n', nul) + 1;  // npos + 1 is 0
    std::string before(bytes.substr(start, nul - start));
    auto begins_character = [](char byte) { return (byte & 0xC0) != 0x80; };
    auto column = 1 + std::count_if(before.begin(), before.end(), begins_character);
    problem_ = Problem{ProblemKind::Syntax,
                       "source code cannot contain null bytes",
                       {line, -1, line, -1},
                       before,
                       {RemarkId::null_byte, {std::to_string(line), std::to_string(column)}}};
  } else if (size_t bad = find_invalid_utf8(bytes); bad != bytes.npos) {
    problem_ = invalid_utf8(bytes, bad);
  }
}

void Source::find_lines() {
  for (size_t start = 0; start < text_.size();) {
    line_starts_.push_back(static_cast<uint32_t>(start));
    start = text_.find('\n', start) + 1;  // always found: the text ends with a newline
  }
}

std::string_view Source::line(int number) const {
  if (number < 1 || number > line_count()) return {};
  size_t start = line_start(number);
  return text_.substr(start, text_.find('\n', start) - start);
}

int Source::line_of(uint32_t offset) const {
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return std::max(1, static_cast<int>(after - line_starts_.begin()));
}

Problem Source::problem_at(ProblemKind kind, std::string message, const Position& position) const {
  return {kind, std::move(message), position, std::string(line(position.line)), {}};
}

}  // namespace gilsim::syntax
