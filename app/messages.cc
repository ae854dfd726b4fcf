#include "app/messages.h"

#include <cstdio>

namespace gilsim::app {
namespace {

struct Translations {
  std::string_view english;
  std::string_view chinese;
};

constexpr Translations translations[] = {
#define MESSAGE(name, english, chinese) {english, chinese},
#include "app/messages.def"
#undef MESSAGE
};

}  // namespace

std::string_view text(Message message, Language language) {
  const Translations& both = translations[static_cast<int>(message)];
  return language == Language::Chinese ? both.chinese : both.english;
}

void complain(std::string_view error) {
  fmt::print(stderr, "gilsim: {}\n", error);
}

}  // namespace gilsim::app
