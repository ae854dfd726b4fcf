// The words of the reports in English and Chinese, from the one table words.def.
#pragma once

#include <cstdint>
#include <string_view>

namespace gilsim::reports {

enum class Language : std::uint8_t { English, Chinese };

// A text in every language: a row of the tables of words and messages. One that is missing in a language does not compile.
struct Translations {
  std::string_view english;
  std::string_view chinese;

  constexpr std::string_view in(Language language) const { return language == Language::Chinese ? chinese : english; }
};

enum class Word : std::uint8_t {
#define WORD(name, english, chinese) name,
#include "reports/words.def"
#undef WORD
};

// May hold "{}" for values, in the form of fmt.
std::string_view word(Word word, Language language);

// The language of a locale's name such as "zh_CN.UTF-8"; anything that is not Chinese is English.
Language language_of_locale(std::string_view locale);

}  // namespace gilsim::reports
