// Near names for a name that was mistyped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gilsim::app {

// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other, in bytes.
int edit_distance(std::string_view a, std::string_view b);

// The known names that are near enough to have been meant, nearest first, at most three.
std::vector<std::string> near_names(std::string_view name, const std::vector<std::string>& known);

// "a, b, c": grammar for both languages.
std::string list(const std::vector<std::string>& names);

}  // namespace gilsim::app
