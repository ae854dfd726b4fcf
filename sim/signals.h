// What a process knows of its signals (signal(7)): what each does to it, which are under way, and its alarm. The
// delivering is in computer_signals.cc.
#pragma once

#include <array>
#include <cstdint>

#include "sim/event_queue.h"
#include "sim/time.h"

namespace gilsim::sim {

inline constexpr int most_signals = 64;  // numbered from 1; numbers and default actions are Linux's

using SignalSet = std::uint64_t;
constexpr SignalSet signal_bit(int signal) {
  return SignalSet{1} << (signal - 1);
}
constexpr SignalSet every_signal = ~SignalSet{0};

enum class SignalAction : std::uint8_t { Default, Ignore, Catch };

struct ProcessSignals {
  explicit ProcessSignals(void* process);

  std::array<SignalAction, most_signals + 1> actions{};
  SignalSet pending = 0;  // sent, and blocked by every thread
  SignalSet caught = 0;   // delivered; what the layer above does about them has still to be done
  int killed_by = 0;      // the signal that ended the process

  // setitimer(ITIMER_REAL)
  Event alarm;
  Nanoseconds alarm_at = never;
  Nanoseconds alarm_interval = 0;
};

}  // namespace gilsim::sim
