// Text as a JSON string, quotes included. What is not UTF-8 becomes the replacement character.
#pragma once

#include <string>
#include <string_view>

namespace gilsim::reports {

std::string json_string(std::string_view text);

}  // namespace gilsim::reports
