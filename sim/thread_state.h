// What a simulated thread is doing: NEW, READY, RUNNING, BLOCKED(reason) or DONE, declared once in
// thread_states.def.
#pragma once

#include <cstdint>
#include <string_view>

namespace gilsim::sim {

enum class ThreadState : std::uint8_t {
#define STATE(name, letter, label, meaning) name,
#define BLOCKED(name, letter, label, meaning) name,
#include "sim/thread_states.def"
#undef STATE
#undef BLOCKED
};

inline constexpr int thread_state_count = static_cast<int>(ThreadState::Done) + 1;

struct ThreadStateInfo {
  ThreadState state;
  std::string_view name;     // "WaitingForGil"
  char letter;               // for timelines, unique
  std::string_view label;    // "BLOCKED(gil)"
  std::string_view meaning;  // "waits for the interpreter lock"
  bool blocked;
};

inline constexpr ThreadStateInfo thread_state_table[] = {
#define STATE(name, letter, label, meaning) {ThreadState::name, #name, letter, label, meaning, false},
#define BLOCKED(name, letter, label, meaning) {ThreadState::name, #name, letter, label, meaning, true},
#include "sim/thread_states.def"
#undef STATE
#undef BLOCKED
};

constexpr const ThreadStateInfo& info(ThreadState state) {
  return thread_state_table[static_cast<int>(state)];
}
constexpr bool is_blocked(ThreadState state) {
  return info(state).blocked;
}

}  // namespace gilsim::sim
