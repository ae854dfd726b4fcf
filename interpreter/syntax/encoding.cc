// The C library's iconv does the conversions: it is on every Linux and its tables are kept by others. ASCII
// and Latin-1 need no table and so no iconv.
#include "interpreter/syntax/encoding.h"

#include <iconv.h>

#include <cctype>
#include <cerrno>

#include "interpreter/syntax/unicode.h"

namespace gilsim::syntax {
namespace {

constexpr Encoding kEncodings[] = {
    {"ascii", nullptr, "646 us us_ascii", "ordinal not in range(128)", "ascii"},
    {"iso8859_1", nullptr, "8859 cp819 iso_8859_1 l1 latin latin1 latin_1", "", ""},
#define MULTIBYTE(name, iconv_name, aliases) {name, iconv_name, aliases, "illegal multibyte sequence", name},
#define CHARMAP(name, iconv_name, aliases) \
  {name, iconv_name, aliases, "character maps to <undefined>", "charmap"},
#include "interpreter/syntax/encodings.def"
#undef CHARMAP
#undef MULTIBYTE
};

Conversion from_single_bytes(std::string_view bytes, char32_t limit) {
  Conversion result;
  for (size_t i = 0; i < bytes.size(); ++i) {
    auto value = static_cast<unsigned char>(bytes[i]);
    if (value >= limit) return result.stopped_at = i, result;
    append_utf8(result.text, value);
  }
  return result;
}

// Nothing when the C library does not have the encoding.
std::optional<Conversion> by_library(std::string_view bytes, const char* from_name, const char* to_name) {
  iconv_t converter = iconv_open(to_name, from_name);
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  Conversion result;
  std::string input(bytes);
  char* from = input.data();
  for (size_t left = input.size(); left > 0;) {
    char buffer[4096];
    char* to = buffer;
    size_t room = sizeof buffer;
    bool done = iconv(converter, &from, &left, &to, &room) != static_cast<size_t>(-1);
    bool full = !done && errno == E2BIG;
    result.text.append(buffer, to);
    if (done || full) continue;
    result.stopped_at = input.size() - left;
    break;
  }
  iconv_close(converter);
  return result;
}

}  // namespace

std::string simplified(std::string_view name, char separator) {
  std::string simple;
  for (char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) || c == '.')
      simple += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!simple.ends_with(separator))
      simple += separator;
  }
  return simple;
}

bool is_among(std::string_view word, std::string_view words) {
  return (" " + std::string(words) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

const Encoding* find_encoding(std::string_view name) {
  std::string codec = simplified(name, '_');
  for (const Encoding& encoding : kEncodings) {
    if (encoding.name == codec || is_among(codec, encoding.aliases)) return &encoding;
  }
  return nullptr;
}

std::optional<Conversion> convert(std::string_view bytes, const Encoding& encoding) {
  if (encoding.iconv_name) return by_library(bytes, encoding.iconv_name, "UTF-8");
  return from_single_bytes(bytes, encoding.name == "ascii" ? 0x80 : 0x100);
}

std::optional<Conversion> convert_back(std::string_view utf8, const Encoding& encoding) {
  return by_library(utf8, "UTF-8", encoding.iconv_name);
}

}  // namespace gilsim::syntax
