#include "reports/words.h"

namespace gilsim::reports {
namespace {

struct Translations {
  std::string_view english;
  std::string_view chinese;
};

constexpr Translations translations[] = {
#define WORD(name, english, chinese) {english, chinese},
#include "reports/words.def"
#undef WORD
};

}  // namespace

std::string_view word(Word word, Language language) {
  const Translations& both = translations[static_cast<int>(word)];
  return language == Language::Chinese ? both.chinese : both.english;
}

Language language_of_locale(std::string_view locale) {
  return locale.starts_with("zh") ? Language::Chinese : Language::English;
}

}  // namespace gilsim::reports
