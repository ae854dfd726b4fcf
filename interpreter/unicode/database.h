// The Unicode Character Database, version 14.0: names and properties of characters. It is unpacked when something is asked
// for the first time, which takes some milliseconds; programs that never do pay nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gilsim::unicode {

// What the database says of a character. All text lives as long as the process.
struct Character {
  std::string_view category = "Cn";
  std::string_view bidirectional = "";
  std::string_view combining = "0";
  std::string_view decomposition = "";
  std::string_view decimal = "", digit = "", numeric = "";  // numbers as text ("1/2"); empty: none
  bool mirrored = false;
  std::string_view width = "F";
};
Character properties_of(char32_t character);

// "LATIN SMALL LETTER A"; empty: the character has no name.
std::string name_of(char32_t character);
// The character of a name or alias, in capitals or small letters.
std::optional<char32_t> character_named(std::string_view name);
// The same for names of several characters; empty: there is none.
std::u32string characters_named(std::string_view name);

}  // namespace gilsim::unicode
