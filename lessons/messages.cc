#include "lessons/messages.h"

namespace gilsim::lessons {
namespace {

struct Translations {
  std::string_view english;
  std::string_view chinese;
};

constexpr Translations translations[] = {
#define MESSAGE(name, english, chinese) {english, chinese},
#include "lessons/messages.def"
#undef MESSAGE
};

}  // namespace

std::string_view text(Message message, Language language) {
  const Translations& both = translations[static_cast<int>(message)];
  return language == Language::Chinese ? both.chinese : both.english;
}

}  // namespace gilsim::lessons
