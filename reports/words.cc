#include "reports/words.h"

namespace gilsim::reports {
namespace {

constexpr Translations translations[] = {
#define WORD(name, english, chinese) {english, chinese},
#include "reports/words.def"
#undef WORD
};

}  // namespace

std::string_view word(Word word, Language language) {
  return translations[static_cast<int>(word)].in(language);
}

Language language_of_locale(std::string_view locale) {
  return locale.starts_with("zh") ? Language::Chinese : Language::English;
}

}  // namespace gilsim::reports
