// Diagnostics of gilsim itself, for its developers: off unless asked for, to standard error.
#pragma once

#include <string>

namespace gilsim::app {

// off, error, warning, info or debug. Messages are then written with spdlog::debug(…) and so on.
void set_log_level(const std::string& level);

}  // namespace gilsim::app
