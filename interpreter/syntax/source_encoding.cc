#include "interpreter/syntax/source_encoding.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "interpreter/syntax/encoding.h"
#include "interpreter/syntax/unicode.h"

namespace gilsim::syntax {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string hexadecimal(std::string_view prefix, char byte) {
  constexpr char digits[] = "0123456789abcdef";
  auto value = static_cast<unsigned char>(byte);
  return std::string(prefix) + digits[value >> 4] + digits[value & 15];
}

// --- what a file declares ---

std::string encoding_in_comment(std::string_view line) {
  size_t start = line.find_first_not_of(" \t\f");
  if (start == line.npos || line[start] != '#') return "";
  size_t at = start;
  do {
    at = line.find("coding", at);
    if (at == line.npos) return "";
    at += 6;
  } while (at >= line.size() || (line[at] != ':' && line[at] != '='));
  at = line.find_first_not_of(" \t", at + 1);
  std::string name;
  for (; at < line.size(); ++at) {
    char c = line[at];
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '_' && c != '.') break;
    name += c;
  }
  return name;
}

// The second line counts only when the first holds nothing but a comment.
std::string declared_encoding(std::string_view bytes) {
  for (int number = 1; number <= 2; ++number) {
    std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
    std::string name = encoding_in_comment(line);
    size_t first = line.find_first_not_of(" \t\f");
    if (!name.empty() || (first != line.npos && line[first] != '#')) return name;
    bytes.remove_prefix(
        std::min(bytes.size(), line.size() + (bytes.substr(line.size()).starts_with("\r\n") ? 2 : 1)));
  }
  return "";
}

// CPython's tokenizer knows two encodings by more names than their codecs have, and shows them by one.
std::string shown_name(const std::string& declared) {
  std::string name = simplified(declared, '-');
  auto is = [&name](std::string_view known) {
    return name == known || name.starts_with(std::string(known) + "-");
  };
  if (is("utf-8")) return "utf-8";
  if (is("latin-1") || is("iso-8859-1") || is("iso-latin-1")) return "iso-8859-1";
  return declared;
}

// --- what can be wrong ---

Problem problem_without_place(std::string message, Remark advice) {
  return {ProblemKind::Syntax, std::move(message), {}, "", std::move(advice)};
}

// Where text ends that could be read: line and column from 1, as decimal numbers.
struct Place {
  explicit Place(std::string_view text) {
    size_t start = text.rfind('\n') + 1;  // npos + 1 is 0
    auto begins_character = [](char byte) { return (byte & 0xC0) != 0x80; };
    line = std::to_string(1 + std::count(text.begin(), text.end(), '\n'));
    column = std::to_string(
        1 + std::count_if(text.begin() + static_cast<ptrdiff_t>(start), text.end(), begins_character));
  }
  std::string line, column;
};

Problem unknown(const std::string& name, ReadAs reader) {
  std::string words = reader == ReadAs::Program ? "encoding problem: " : "unknown encoding: ";
  return problem_without_place(words + name, {RemarkId::unknown_encoding, {name}});
}

Problem not_converted(const std::string& name, const Encoding& encoding, std::string_view bytes,
                      const Conversion& conversion, ReadAs reader) {
  char byte = bytes[conversion.stopped_at];
  Place place(conversion.text);
  std::string message = "encoding problem: " + name;
  if (reader == ReadAs::Module) {
    message = "'" + std::string(encoding.codec) + "' codec can't decode byte " + hexadecimal("0x", byte) +
              " in position " + std::to_string(conversion.stopped_at) + ": " +
              std::string(encoding.complaint);
  }
  return problem_without_place(
      message, {RemarkId::not_converted, {name, hexadecimal("\\x", byte), place.line, place.column}});
}

Problem undeclared(std::string_view bytes, size_t bad, std::string_view file_name) {
  Place place(bytes.substr(0, bad));
  return problem_without_place(
      "Non-UTF-8 code starting with '" + hexadecimal("\\x", bytes[bad]) + "' in file " +
          std::string(file_name) + " on line " + place.line +
          ", but no encoding declared; see https://peps.python.org/pep-0263/ for details",
      {RemarkId::declare_encoding, {place.line, place.column}});
}

bool continues(char byte) {
  return (byte & 0xC0) == 0x80;
}

// The whole line around `at`, with what is not UTF-8 replaced.
std::string readable_line(std::string_view bytes, size_t start) {
  std::string_view line = bytes.substr(start, bytes.substr(start).find_first_of("\r\n"));
  std::string text;
  for (size_t bad; (bad = find_invalid_utf8(line)) != line.npos;) {
    text += std::string(line.substr(0, bad)) + std::string(kReplacement);
    line.remove_prefix(bad + 1);
    while (!line.empty() && continues(line[0])) line.remove_prefix(1);
  }
  return text += line;
}

}  // namespace

// CPython decodes token by token, so its positions count from the token's start: for a string, behind the
// quotation mark.
Problem invalid_utf8(std::string_view bytes, size_t at) {
  size_t line_start = bytes.substr(0, at).find_last_of("\r\n") + 1;  // npos + 1 is 0
  std::string_view before = bytes.substr(line_start, at - line_start);
  size_t quote = before.find_last_of("'\"");
  size_t position = quote == before.npos ? 0 : before.size() - quote - 1;
  auto first = static_cast<unsigned char>(bytes[at]);
  bool starts = first >= 0xC2 && first <= 0xF4;
  size_t last = at;
  while (starts && last + 1 < bytes.size() && continues(bytes[last + 1])) ++last;
  bool ends = last + 1 == bytes.size() || is_among(bytes.substr(last + 1, 1), "' \" \n \r");
  std::string where =
      last > at ? "bytes in position " + std::to_string(position) + "-" + std::to_string(position + last - at)
                : "byte " + hexadecimal("0x", bytes[at]) + " in position " + std::to_string(position);
  const char* why = !starts ? "invalid start byte"
                    : ends  ? "unexpected end of data"
                            : "invalid continuation byte";
  int line =
      1 + static_cast<int>(std::count(bytes.begin(), bytes.begin() + static_cast<ptrdiff_t>(at), '\n'));
  int column = static_cast<int>(before.size());
  return {ProblemKind::Syntax,
          "(unicode error) 'utf-8' codec can't decode " + where + ": " + why,
          {line, column, line, column + 1},
          readable_line(bytes, line_start),
          {RemarkId::save_as_utf8}};
}

std::variant<std::string, Problem> decode_source(std::string_view bytes, std::string_view file_name,
                                                 ReadAs reader) {
  bool marked = bytes.starts_with(kByteOrderMark);
  if (marked) bytes.remove_prefix(kByteOrderMark.size());
  std::string name = shown_name(declared_encoding(bytes));
  if (marked && !name.empty() && name != "utf-8")
    return problem_without_place("encoding problem: " + name + " with BOM",
                                 {RemarkId::mark_contradicts, {name}});
  if (name.empty() || name == "utf-8" ||
      is_among(simplified(name, '_'), "u8 utf utf8 utf8_ucs2 utf8_ucs4 cp65001")) {
    size_t bad = find_invalid_utf8(bytes);
    if (bad == bytes.npos) return std::string(bytes);
    bool declared = marked || !name.empty() || reader == ReadAs::Module;
    return declared ? invalid_utf8(bytes, bad) : undeclared(bytes, bad, file_name);
  }
  const Encoding* encoding = find_encoding(name);
  if (!encoding) return unknown(name, reader);
  std::optional<Conversion> conversion = convert(bytes, *encoding);
  if (!conversion) return unknown(name, reader);
  if (conversion->stopped_at == bytes.npos) return std::move(conversion->text);
  return not_converted(name, *encoding, bytes, *conversion, reader);
}

}  // namespace gilsim::syntax
