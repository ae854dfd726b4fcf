// A Python thread as the eval loop runs it: its frames and its share of virtual time.
#pragma once

#include <cstdint>

#include "interpreter/objects/vm.h"
#include "interpreter/runtime/frame.h"
#include "interpreter/runtime/frame_stack.h"

namespace gilsim::python {

// Added to the budget while instructions are executed one at a time: it keeps the eval loop's budget below zero, so that
// every dispatch comes to the checkpoint, while subtracting works as always.
inline constexpr int64_t kStepOffset = int64_t{1} << 61;

struct PythonThread : ThreadState {
  FrameStack frames;
  int64_t granted = 0;       // the budget at the last refill
  int64_t step_offset = 0;   // kStepOffset while single-stepping, else 0
  const Unit* stepped = nullptr;      // the instruction that was single-stepped last, while single-stepping
  BoundMethod* spare_method = nullptr;  // owned: a bound __exit__ that is not in use, or null
  bool native_switch_point = false;   // a call of a native just ended, after which this version looks at the breaker
  bool cancelled = false;    // the run is over: unwind without running handlers
  bool is_main = false;
  bool time_stands_still = false;  // what it does is paid for otherwise (import_costs.h)
  uint64_t origin = 0;       // the place that started the thread; what it does outside the program's code is shown there
  Value entry;               // owned: what the thread calls, or null
  Value entry_arguments;     // owned: tuple
  Value entry_keywords;      // owned: dict or null
  Value sentinel;            // owned: lock to release when the thread state dies (`_set_sentinel`), or null
  Value first_iteration_hook; // owned: sys.set_asyncgen_hooks' firstiter, or null
  Value finalizer_hook;      // owned: its finalizer, or null
  Value context;             // owned: the contextvars.Context that the thread is in, or null (modules/contextvars)
  Value running_loop;        // owned: the event loop that the thread runs, or null (modules/asyncio)
  int64_t origin_depth = 0;  // sys.set_coroutine_origin_tracking_depth
};

}  // namespace gilsim::python
