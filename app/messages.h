// What the command line says about itself, in English and Chinese, from the one table messages.def.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "reports/words.h"

namespace gilsim::app {

using reports::Language;

enum class Message : std::uint8_t {
#define MESSAGE(name, english, chinese) name,
#include "app/messages.def"
#undef MESSAGE
};

std::string_view text(Message message, Language language);

template <typename... Values>
std::string say(Language language, Message message, const Values&... values) {
  return fmt::format(fmt::runtime(text(message, language)), values...);
}

// Chinese sentences follow each other without a blank.
std::string two_sentences(std::string_view first, std::string_view second, Language language);

// What the host says went wrong, an errno value, in words.
std::string host_error(int error, Language language);

// Prints "gilsim: " and an error's text to standard error.
void complain(std::string_view error);

}  // namespace gilsim::app
