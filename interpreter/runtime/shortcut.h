// Shortcuts: calls of library functions in Python that the eval loop carries out at once, as a form does with a few
// instructions, when it can be foreseen that nothing else will happen during the call. The call costs what its
// instructions would: that is measured the first time they run undisturbed. So a run without shortcuts (fusion off) has
// the same clock and the same record.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "interpreter/objects/shape.h"
#include "interpreter/objects/value.h"

namespace gilsim::python {

struct Frame;

// A way through a function that always executes the same instructions.
enum class Way : int8_t { None = -1, PutUnbounded, PutBounded, Get, Count_ };

// What is known of queue.Queue and threading.Condition while neither they nor the shape of their instances change.
struct QueueLayout {
  struct Kind {
    uint32_t version = 0;  // Type::version; 0: nothing is known yet
    Shape* shape = nullptr;
  };
  Kind queue, condition;
  int32_t max_size = 0, items = 0, mutex = 0, not_empty = 0, not_full = 0, unfinished = 0;  // indices of attributes
  int32_t lock = 0, waiters = 0;                                                             // of a Condition
};

struct Shortcut {
  std::string_view module, function;
  // Which way a call with these locals would go; None: its instructions must run. Changes nothing that a program sees.
  Way (*foresee)(QueueLayout& layout, const Value* locals);
  // Does all that the call would do, gives its result (owned).
  Value (*perform)(QueueLayout& layout, const Value* locals);
};

// Of a function of the library, by its module's and its qualified name; null: it has none.
const Shortcut* find_shortcut(std::string_view file_name, std::string_view function);

// What one interpreter knows of its shortcuts. Budgets are those of vm.h.
struct ShortcutMemory {
  QueueLayout layout;
  std::array<int64_t, static_cast<size_t>(Way::Count_)> costs{};  // 0: not measured yet
  // The call that is being measured.
  const Frame* measured = nullptr;
  Way way = Way::None;
  int64_t budget_before = 0;
  uint64_t refills_before = 0;

  int64_t& cost_of(Way foreseen) { return costs[static_cast<size_t>(foreseen)]; }
  void begin(const Frame* frame, Way foreseen, int64_t budget, uint64_t refills) {
    measured = frame, way = foreseen, budget_before = budget, refills_before = refills;
  }
  // Whoever refilled a budget meanwhile may have let others run: then nothing is learnt.
  void end(const Frame* frame, int64_t budget, uint64_t refills) {
    if (measured == frame && refills_before == refills) cost_of(way) = budget_before - budget;
    measured = nullptr;
  }
};

}  // namespace gilsim::python
