// The encodings of source code besides UTF-8, from the table encodings.def, and how each is turned into
// UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gilsim::syntax {

struct Encoding {
  std::string_view name;
  const char* iconv_name;
  std::string_view aliases;    // separated by blanks
  std::string_view complaint;  // of its codec, about bytes that do not belong to it
  std::string_view codec;      // as the complaint names it
};

// Lower case, with `separator` for each run of characters that are neither letters, digits nor dots.
std::string simplified(std::string_view name, char separator);

// Whether a word is one of those in `words`, which blanks separate.
bool is_among(std::string_view word, std::string_view words);

// By any name that Python has for it; null when it is not known.
const Encoding* find_encoding(std::string_view name);

struct Conversion {
  std::string text;
  size_t stopped_at = std::string_view::npos;  // the first byte that does not belong to the encoding
};

// Nothing when it takes the C library and that does not have the encoding.
std::optional<Conversion> convert(std::string_view bytes, const Encoding& encoding);
// From UTF-8 into the encoding, one of those that take the C library.
std::optional<Conversion> convert_back(std::string_view utf8, const Encoding& encoding);

}  // namespace gilsim::syntax
