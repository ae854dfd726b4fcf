// What a thread spends CPU time on, declared once in purposes.def.
#pragma once

#include <cstdint>
#include <string_view>

namespace gilsim::sim {

enum class Purpose : std::uint8_t {
#define PURPOSE(name, label) name,
#include "sim/purposes.def"
#undef PURPOSE
};

inline constexpr std::string_view purpose_labels[] = {
#define PURPOSE(name, label) label,
#include "sim/purposes.def"
#undef PURPOSE
};

inline constexpr int purpose_count = static_cast<int>(Purpose::Pickling) + 1;

constexpr std::string_view label(Purpose purpose) {
  return purpose_labels[static_cast<int>(purpose)];
}

}  // namespace gilsim::sim
