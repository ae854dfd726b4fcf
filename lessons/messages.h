// What is said about lessons, in English and Chinese, from the one table messages.def.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "reports/words.h"

namespace gilsim::lessons {

using reports::Language;

enum class Message : std::uint8_t {
#define MESSAGE(name, english, chinese) name,
#include "lessons/messages.def"
#undef MESSAGE
};

std::string_view text(Message message, Language language);

template <typename... Values>
std::string say(Language language, Message message, const Values&... values) {
  return fmt::format(fmt::runtime(text(message, language)), values...);
}

// "a, b, c": grammar for both languages.
template <typename Names>
std::string list(const Names& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace gilsim::lessons
