// The status line of a long run: how far virtual time has come, and that something still happens.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "app/console.h"
#include "reports/words.h"
#include "sim/time.h"

namespace gilsim::app {

class Progress {
 public:
  Progress(Console& console, reports::Language language) : console_(console), language_(language) {}

  // To be called often; shows something only when a run takes long, and then not too often.
  void beat(sim::Nanoseconds now, std::size_t threads, std::uint64_t instructions);

 private:
  using Clock = std::chrono::steady_clock;

  Console& console_;
  reports::Language language_;
  Clock::time_point next_ = Clock::now() + std::chrono::seconds(1);
};

}  // namespace gilsim::app
