#include "interpreter/syntax/source.h"

#include <algorithm>
#include <cctype>
#include <string>

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

std::string hexadecimal_byte(unsigned char byte) {
  constexpr char digits[] = "0123456789abcdef";
  return std::string("\\x") + digits[byte >> 4] + digits[byte & 15];
}

// The encoding that a comment such as `# -*- coding: latin-1 -*-` declares (PEP 263); empty: none.
std::string declared_encoding(std::string_view line) {
  size_t start = line.find_first_not_of(" \t\f");
  if (start == line.npos || line[start] != '#') return "";
  size_t at = start;
  for (;;) {
    at = line.find("coding", at);
    if (at == line.npos) return "";
    at += 6;
    if (at < line.size() && (line[at] == ':' || line[at] == '=')) break;
  }
  at = line.find_first_not_of(" \t", at + 1);
  std::string name;
  for (; at < line.size(); ++at) {
    char c = line[at];
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '_' && c != '.') break;
    name += static_cast<char>(c == '_' ? '-' : std::tolower(static_cast<unsigned char>(c)));
  }
  return name;
}

bool is_utf8_name(const std::string& encoding) {
  return encoding == "utf-8" || encoding == "utf8" || encoding.starts_with("utf-8-") || encoding == "ascii" ||
         encoding == "us-ascii";
}

}  // namespace

Source::Source(std::string_view bytes, Arena& arena) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  check_bytes(bytes);
  if (problem_) return;
  text_ = arena.copy(std::string_view(with_plain_newlines(bytes)));
  find_lines();
  check_coding_cookie();
}

void Source::check_bytes(std::string_view bytes) {
  if (bytes.size() > kMaximumSize) {
    problem_ = Problem{ProblemKind::Unsupported, "source code larger than 1 GiB", {}, "", ""};
  } else if (bytes.find('\0') != bytes.npos) {
    size_t nul = bytes.find('\0');
    auto line =
        1 + static_cast<int>(std::count(bytes.begin(), bytes.begin() + static_cast<ptrdiff_t>(nul), '\n'));
    size_t start = bytes.rfind('\n', nul) + 1;  // npos + 1 is 0
    problem_ = Problem{ProblemKind::Syntax,
                       "source code cannot contain null bytes",
                       {line, -1, line, -1},
                       std::string(bytes.substr(start, nul - start)),
                       ""};
  } else if (size_t bad = find_invalid_utf8(bytes); bad != bytes.npos) {
    auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<ptrdiff_t>(bad), '\n');
    problem_ =
        Problem{ProblemKind::Syntax,
                "Non-UTF-8 code starting with '" + hexadecimal_byte(static_cast<unsigned char>(bytes[bad])) +
                    "' on line " + std::to_string(line) +
                    ", but no encoding declared; see https://peps.python.org/pep-0263/ for details",
                {},
                "",
                "Save the file as UTF-8."};
  }
}

// PEP 263: the declaration stands in the first or second line, and in the second only if the first is a
// comment.
void Source::check_coding_cookie() {
  for (int number = 1; number <= 2 && number <= line_count(); ++number) {
    std::string encoding = declared_encoding(line(number));
    if (!encoding.empty() && !is_utf8_name(encoding)) {
      problem_ = Problem{ProblemKind::Unsupported,
                         "source encoding '" + encoding + "'",
                         {number, 0, number, 0},
                         std::string(line(number)),
                         "gilsim reads UTF-8 only: save the file as UTF-8."};
    }
    size_t first = line(number).find_first_not_of(" \t\f");
    if (!encoding.empty() || (first != std::string_view::npos && line(number)[first] != '#')) return;
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
  return {kind, std::move(message), position, std::string(line(position.line)), ""};
}

}  // namespace gilsim::syntax
