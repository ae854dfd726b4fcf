#include "lessons/messages.h"

namespace gilsim::lessons {
namespace {

constexpr reports::Translations translations[] = {
#define MESSAGE(name, english, chinese) {english, chinese},
#include "lessons/messages.def"
#undef MESSAGE
};

}  // namespace

std::string_view text(Message message, Language language) {
  return translations[static_cast<int>(message)].in(language);
}

}  // namespace gilsim::lessons
