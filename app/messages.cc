#include "app/messages.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace gilsim::app {
namespace {

constexpr reports::Translations translations[] = {
#define MESSAGE(name, english, chinese) {english, chinese},
#include "app/messages.def"
#undef MESSAGE
};

}  // namespace

std::string_view text(Message message, Language language) {
  return translations[static_cast<int>(message)].in(language);
}

std::string two_sentences(std::string_view first, std::string_view second, Language language) {
  return fmt::format("{}{}{}", first, text(Message::between_sentences, language), second);
}

// Those that files give; anything else keeps the host's English words.
std::string host_error(int error, Language language) {
  switch (error) {
    case ENOENT: return std::string(text(Message::error_missing, language));
    case EACCES: return std::string(text(Message::error_denied, language));
    case EISDIR: return std::string(text(Message::error_folder, language));
    case EROFS: return std::string(text(Message::error_read_only, language));
    case ENOSPC: return std::string(text(Message::error_full, language));
    case EPIPE: return std::string(text(Message::error_pipe, language));
    case EIO: return std::string(text(Message::error_device, language));
    default: return std::strerror(error);
  }
}

void complain(std::string_view error) {
  fmt::print(stderr, "gilsim: {}\n", error);
}

}  // namespace gilsim::app
