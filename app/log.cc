// spdlog, so that developers can filter by level; users never see it.
#include "app/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace gilsim::app {

void set_log_level(const std::string& level) {
  auto logger = spdlog::stderr_logger_st("gilsim");
  logger->set_pattern("[%n %l] %v");  // no time of day: two runs log the same
  logger->set_level(spdlog::level::from_str(level));
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace gilsim::app
