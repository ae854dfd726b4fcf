// The only place that reads the host's clock. What it shows goes to an interactive terminal alone and is
// erased again, so nothing that is recorded or printed depends on it.
#include "app/progress.h"

#include <fmt/format.h>

namespace gilsim::app {

void Progress::beat(sim::Nanoseconds now, std::size_t threads, std::uint64_t instructions) {
  Clock::time_point at = Clock::now();
  if (at < next_) return;
  next_ = at + std::chrono::milliseconds(100);
  console_.show_status(fmt::format(fmt::runtime(reports::word(reports::Word::progress, language_)),
                                   sim::format_duration(now), threads, instructions));
}

}  // namespace gilsim::app
